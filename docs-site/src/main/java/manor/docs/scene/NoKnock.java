package manor.docs.scene;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
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
  private final Meanwhile outside;
  private final Epoll epoll;
  private final EventFd door;
  private final Events events = new Events(8);
  private final Queue<String> inbox = new ConcurrentLinkedQueue<>();

  private NoKnock(Narrator narrator, Meanwhile outside, Epoll epoll, EventFd door) {
    this.narrator = narrator;
    this.outside = outside;
    this.epoll = epoll;
    this.door = door;
  }

  /** Plays the scene. */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    out.println("The lord has nothing to do, and the steward asks the kernel. On another thread");
    out.println("somebody puts a task into the inbox.");
    Meanwhile outside = new Meanwhile(kernel);
    Narrator narrator = new Narrator(outside.kernel(), out);
    try (EventFd door = EventFd.create(narrator.quiet());
        Epoll epoll = Epoll.create(narrator.kernelThatTells("epoll_wait"), Clock.system())) {
      epoll.addInterest(door.fd(), DOOR, Interest.READABLE.edge());
      NoKnock scene = new NoKnock(narrator, outside, epoll, door);
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

  /** The stranger comes when the wait has begun, and has gone before it ends. */
  private void sleepWhile(Meanwhile.Happening errand) throws IOException {
    outside.then(() -> onAnotherThread(errand));
    epoll.wait(events, A_WHILE);
    narrator.add("In the inbox when he comes back: " + inbox.poll() + ".");
  }

  private static void onAnotherThread(Meanwhile.Happening errand) throws Exception {
    FutureTask<Void> stranger =
        new FutureTask<>(
            () -> {
              errand.happen();
              return null;
            });
    new Thread(stranger, "stranger").start();
    stranger.get();
  }
}
