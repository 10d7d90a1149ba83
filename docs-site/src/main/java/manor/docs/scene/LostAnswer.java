package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static manor.syscall.Syscall.check;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;

/** A server that refuses an upload at once and closes, while the guest is still sending. */
public final class LostAnswer {
  private static final int DESK_SIZE = 16;

  private final Narrator narrator;
  private final Kernel kernel;
  private final Fd guest;
  private final Fd house;
  private final Memory desk = Memory.allocate(DESK_SIZE);

  private LostAnswer(Narrator narrator, Socket guest, Socket house) {
    this.narrator = narrator;
    this.kernel = narrator.kernelThatTells("read", "write", "shutdown", "close");
    this.guest = new Fd(narrator.kernelThatTells("read", "write"), guest.number());
    this.house = new Fd(kernel, house.number());
  }

  /** How the server takes its leave. */
  @FunctionalInterface
  private interface Farewell {
    void of(LostAnswer scene) throws IOException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println(
        "The server reads the beginning of an upload, says \"No.\", and is done. The guest");
    out.println("is still sending. (The lower number is his.)");
    Narrator narrator = new Narrator(kernel, out);
    narrator.say("The server closes, and some of what the guest sent is unread:");
    play(narrator, LostAnswer::close);
    narrator.say("The server says that it will write no more, reads on, and closes at the end:");
    play(narrator, LostAnswer::closeAtTheEnd);
  }

  // tag::close[]
  private void close() throws IOException {
    write(house, "No.");
    house.close();
    theGuestGoesOn();
  }

  // end::close[]

  // tag::end[]
  private void closeAtTheEnd() throws IOException {
    write(house, "No.");
    check("shutdown", kernel.shutdown(house.number(), Linux.SHUT_WR));
    theGuestGoesOn();
    int read;
    do {
      read = house.read(desk, 0, DESK_SIZE);
    } while (read > 0);
    house.close();
  }

  // end::end[]

  /** The guest sends what is left, and only then looks for an answer. */
  private void theGuestGoesOn() throws IOException {
    await(guest, Interest.PEER_CLOSED);
    try {
      write(guest, "and the end.");
    } catch (ErrnoException reset) {
      narrator.add("The guest gives up: " + Errno.of(reset.errno()).message() + ".");
      return;
    }
    guest.read(desk, 0, DESK_SIZE);
    check("shutdown", kernel.shutdown(guest.number(), Linux.SHUT_WR));
    await(house, Interest.PEER_CLOSED);
  }

  /** What one end does is heard at the other when the kernel finds time for it. */
  private void await(Fd end, Interest news) throws IOException {
    try (Epoll epoll = Epoll.create(narrator.quiet(), Clock.system())) {
      epoll.addInterest(end, new Token(1), news);
      epoll.wait(new Events(1), Epoll.FOREVER);
    }
  }

  private static void write(Fd fd, String text) throws ErrnoException {
    fd.write(Memory.copyOf(text.getBytes(US_ASCII)), 0, text.length());
  }

  private static void play(Narrator narrator, Farewell farewell) throws IOException {
    Kernel kernel = narrator.quiet();
    InetAddress home = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (Socket door = Socket.listen(kernel, new InetSocketAddress(home, 0), 1, false);
        Socket guest = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      guest.connect(door.localAddress());
      Socket house;
      do {
        house = door.accept(null);
      } while (house == null);
      LostAnswer scene = new LostAnswer(narrator, guest, house);
      write(scene.guest, "A picture, of which much");
      scene.await(scene.house, Interest.READABLE);
      scene.house.read(scene.desk, 0, DESK_SIZE);
      farewell.of(scene);
    }
  }
}
