package manor.docs.scene;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Socket;

/** A door, another one that finds its place taken, and the first guest. */
public final class FirstDoor {
  private final Narrator narrator;
  private final Kernel told;

  private FirstDoor(Narrator narrator) {
    this.narrator = narrator;
    this.told =
        narrator.kernelThatTells("socket", "setsockopt", "bind", "listen", "accept4", "close");
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("A door, in four calls. Port 0 lets the kernel choose one that is free.");
    new FirstDoor(new Narrator(SteadyKernel.over(kernel), out)).show();
  }

  private void show() throws IOException {
    InetAddress home = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (Socket door = Socket.listen(told, new InetSocketAddress(home, 0), 16, false)) {
      narrator.say("Another one, at the address that the first was given:");
      openAgain(door.localAddress());

      narrator.say("Who waits at the door?");
      narrator.add(door.accept(null) == null ? "Nobody." : "Somebody.");

      welcome(door);
    }
  }

  private void openAgain(InetSocketAddress address) {
    try (Socket second = Socket.listen(told, address, 16, false)) {
      narrator.add("Two doors in one place: " + second);
    } catch (ErrnoException taken) {
      narrator.add("In Java: " + taken.getMessage());
    }
  }

  private void welcome(Socket door) throws IOException {
    try (Socket guest = Socket.open(narrator.quiet(), Linux.AF_INET, Linux.SOCK_STREAM)) {
      guest.connect(door.localAddress());
      waitFor(door);
      narrator.say("A guest has come:");
      door.accept(null).close();
    }
  }

  /** A connection takes its time, if only a little. */
  private void waitFor(Socket door) throws IOException {
    try (Epoll epoll = Epoll.create(narrator.quiet(), Clock.system())) {
      epoll.addInterest(door.fd(), new Token(100), Interest.READABLE);
      epoll.wait(new Events(1), Epoll.FOREVER);
    }
  }
}
