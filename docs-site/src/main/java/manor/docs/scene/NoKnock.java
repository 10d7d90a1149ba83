package manor.docs.scene;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;

/** A wake from another thread, while the steward sleeps inside the kernel. */
public final class NoKnock {
  private static final long A_WHILE = 50_000_000;
  private static final Token DOOR = new Token(0);

  private final Narrator narrator;
  private final Epoll epoll;
  private final EventFd door;
  private final Events events = new Events(8);
  private final Queue<String> inbox = new ConcurrentLinkedQueue<>();

  private NoKnock(Narrator narrator, Epoll epoll, EventFd door) {
    this.narrator = narrator;
    this.epoll = epoll;
    this.door = door;
  }

  /** What the other thread does. */
  @FunctionalInterface
  private interface Errand {
    void run() throws ErrnoException;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("The lord has nothing to do, and the steward asks the kernel. On another thread");
    out.println("somebody puts a task into the inbox.");
    Narrator narrator = new Narrator(kernel, out);
    try (EventFd door = EventFd.create(narrator.quiet());
        Epoll epoll = Epoll.create(narrator.kernelThatTells("epoll_wait"), Clock.system())) {
      epoll.addInterest(door.fd(), DOOR, Interest.READABLE.edge());
      NoKnock scene = new NoKnock(narrator, epoll, door);
      narrator.say("That is all he does:");
      scene.sleepWhile(scene::throwIn);
      narrator.say("And he knocks:");
      scene.sleepWhile(scene::throwInAndKnock);
    }
  }

  // tag::silent[]
  private void throwIn() {
    inbox.add("task 1");
  }

  // end::silent[]

  // tag::knock[]
  private void throwInAndKnock() throws ErrnoException {
    inbox.add("task 1");
    door.knock();
  }

  // end::knock[]

  private void sleepWhile(Errand errand) throws IOException {
    Thread stranger =
        new Thread(
            () -> {
              try {
                errand.run();
              } catch (ErrnoException refused) {
                throw new IllegalStateException(refused);
              }
            });
    stranger.start();
    epoll.wait(events, A_WHILE);
    narrator.add("In the inbox when he comes back: " + inbox.poll() + ".");
  }
}
