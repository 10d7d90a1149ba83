package manor.epoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;

@RealKernel
class GarbageTest {
  private static final int ROUNDS = 100_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Events events = new Events(16);

  @Test
  void waitingKnockingAndDrainingLeaveNoGarbage(Kernel kernel) throws ErrnoException {
    try (Epoll epoll = Epoll.create(kernel, Clock.system());
        EventFd door = EventFd.create(kernel)) {
      epoll.addInterest(door.fd(), new Token(7), Interest.READABLE);
      rounds(epoll, door);
      long garbage = rounds(epoll, door);
      assertTrue(garbage < ROUNDS, () -> garbage + " bytes in " + ROUNDS + " rounds");
    }
  }

  /** One less than a byte a round is none: the smallest object has sixteen. */
  private long rounds(Epoll epoll, EventFd door) throws ErrnoException {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    long keys = 0;
    for (int i = 0; i < ROUNDS; i++) {
      door.knock();
      epoll.wait(events, Hall.LIMIT);
      keys += events.key(0);
      door.drain();
      door.drain();
      epoll.wait(events, 0);
    }
    assertEquals(7L * ROUNDS, keys);
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
