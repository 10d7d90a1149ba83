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
import manor.simulator.FaultyKernel;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Socket;

/** A door that is ready, and no descriptor left to let anybody in. */
public final class FullHouse {
  private static final Token DOOR = new Token(100);
  private static final long A_WHILE = 20_000_000;

  private final Narrator narrator;
  private final Socket door;
  private final Epoll epoll;
  private final Events events = new Events(8);

  private FullHouse(Narrator narrator, Socket door, Epoll epoll) {
    this.narrator = narrator;
    this.door = door;
    this.epoll = epoll;
  }

  /** Plays the scene. */
  public static void run(Kernel real, PrintStream out) throws IOException {
    out.println("A guest stands at the door, and the house has no descriptor left.");
    FaultyKernel kernel =
        new FaultyKernel(real).with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.EMFILE));
    Narrator narrator = new Narrator(kernel, out);
    Kernel told = narrator.kernelThatTells("epoll_wait", "epoll_ctl", "accept4");
    InetAddress home = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (Socket door = Socket.listen(told, new InetSocketAddress(home, 0), 1, false);
        Socket guest = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
        Epoll epoll = Epoll.create(told, Clock.system())) {
      guest.connect(door.localAddress());
      FullHouse scene = new FullHouse(narrator, door, epoll);
      epoll.addInterest(door.fd(), DOOR, Interest.READABLE);
      narrator.say("He asks, is told of the door, cannot open it, and asks again:");
      scene.reportOnly();
      narrator.say("He stops asking for the door:");
      scene.pause();
      kernel.heal();
      narrator.say("A guest has left. He asks for the door again:");
      scene.resume();
    }
  }

  // tag::report[]
  private void reportOnly() throws IOException {
    for (int turn = 0; turn < 3; turn++) {
      epoll.wait(events, Epoll.FOREVER);
      accept();
    }
  }

  // end::report[]

  // tag::pause[]
  private void pause() throws IOException {
    epoll.modifyInterest(door.fd(), DOOR, Interest.NONE);
    epoll.wait(events, A_WHILE);
  }

  private void resume() throws IOException {
    epoll.modifyInterest(door.fd(), DOOR, Interest.READABLE);
    epoll.wait(events, Epoll.FOREVER);
    accept();
  }

  // end::pause[]

  private void accept() {
    try (Socket guest = door.accept(null)) {
      narrator.add(guest == null ? "Nobody waits." : "Come in.");
    } catch (ErrnoException full) {
      narrator.add("Couldn't accept.");
    }
  }
}
