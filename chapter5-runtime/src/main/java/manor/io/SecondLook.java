package manor.io;

import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;

/**
 * Asks the kernel once more about everyone who is waited for, level-triggered, before the driver
 * sleeps without end. Who is ready now and not known to be is either news of this very moment,
 * which ends the sleep at once, or was taken away too early, and nobody will ever be told.
 *
 * <p>Threads: the driver's.
 */
final class SecondLook {
  private final Kernel kernel;
  private final Handle handle;
  private final Events events = new Events(64);

  SecondLook(Kernel kernel, Handle handle) {
    this.kernel = kernel;
    this.handle = handle;
  }

  /** A kernel that has no room for a second list is not asked. */
  void look() {
    try (Epoll epoll = Epoll.create(kernel, Clock.system())) {
      handle.book().forEach(io -> watch(epoll, io));
      int count = epoll.wait(events, 0);
      for (int i = 0; i < count; i++) {
        tell(handle.find(events.key(i)), events.ready(i).bits());
      }
    } catch (ErrnoException full) {
      return;
    }
  }

  private void tell(ScheduledIo io, int ready) {
    int unknown = ready & missing(io);
    if (unknown != 0) {
      handle.ledger().stillReady(io.token().value(), unknown);
    }
  }

  /** What is waited for and not known. */
  private static int missing(ScheduledIo io) {
    return io.awaited() & ~io.look(-1).bits();
  }

  private static void watch(Epoll epoll, ScheduledIo io) {
    int missing = missing(io);
    if (missing == 0) {
      return;
    }
    try {
      epoll.addInterest(io.fd(), io.token(), new Interest(missing));
    } catch (ErrnoException gone) {
      return;
    }
  }
}
