package manor.io;

import static manor.runtime.Interleaved.check;
import static manor.runtime.Interleaved.together;
import static manor.syscall.Linux.EPOLLIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import manor.epoll.EventFd;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.runtime.Parker;
import manor.syscall.Errno;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.task.CountingWaker;
import manor.task.Ledger;
import manor.task.WakeList;
import manor.task.WakerSlot;
import org.junit.jupiter.api.Test;

/** Where a driver and a task meet, in every order of two threads. */
class MeetingModelTest {
  private static ScheduledIo io() {
    return new ScheduledIo(new Fd(null, 7), new Token(42), Ledger.NONE);
  }

  private static void told(ScheduledIo io) {
    io.setReadiness(Tick.SET, EPOLLIN);
    io.wake(EPOLLIN, new WakeList());
  }

  @Test
  void newsReachesTheSlotWheneverItComes() {
    check(
        () -> {
          ScheduledIo io = io();
          together(
              () -> Parker.blockOn(context -> io.pollReadiness(context, Direction.READ)),
              () -> told(io));
          assertEquals(EPOLLIN, io.look(-1).bits());
        });
  }

  @Test
  void newsReachesTheListWheneverItComes() {
    check(
        () -> {
          ScheduledIo io = io();
          together(() -> Parker.blockOn(io.readinessFuture(Interest.READABLE)), () -> told(io));
          assertEquals(0, io.waiting());
        });
  }

  @Test
  void newNewsAreNotClearedWithOldOnes() {
    check(
        () -> {
          ScheduledIo io = io();
          told(io);
          ReadyEvent seen = io.look(EPOLLIN);
          together(() -> io.clearReadiness(seen), () -> told(io));
          assertEquals(EPOLLIN, io.look(-1).bits());
          assertEquals(2, io.look(-1).tick());
        });
  }

  @Test
  void shutdownReachesWhoeverWaits() {
    check(
        () -> {
          ScheduledIo io = io();
          together(
              () -> Parker.blockOn(io.readinessFuture(Interest.READABLE)),
              () -> io.shutdown(new WakeList()));
        });
  }

  /** The canary: one who leaves its waker and does not look again. */
  @Test
  void oneLookTooFewIsCaught() {
    assertThrows(
        AssertionError.class,
        () ->
            check(
                () -> {
                  WakerSlot slot = new WakerSlot();
                  CountingWaker counter = new CountingWaker();
                  AtomicInteger news = new AtomicInteger();
                  boolean[] sleeps = new boolean[1];
                  together(
                      () -> {
                        if (news.get() == 0) {
                          slot.store(counter.waker());
                          sleeps[0] = true;
                        }
                      },
                      () -> {
                        news.set(1);
                        slot.wake();
                      });
                  assertTrue(!sleeps[0] || counter.takeWakes() == 1);
                }));
  }

  @Test
  void aWakerIsWokenOrDroppedOnceWhoeverTakesIt() {
    check(
        () -> {
          WakerSlot slot = new WakerSlot();
          CountingWaker counter = new CountingWaker();
          slot.store(counter.waker());
          together(slot::wake, slot::clear);
          assertEquals(0, counter.live());
        });
  }

  /** A kernel that can only count. */
  private static Kernel counting(AtomicInteger writes, AtomicInteger closed) {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "eventfd" -> 5;
                  case "write" -> written((int) arguments[0], writes, closed);
                  case "close" -> closed.incrementAndGet() - 1;
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> 0;
                  default -> "a kernel that can only count";
                });
  }

  private static int written(int fd, AtomicInteger writes, AtomicInteger closed) {
    if (fd < 0) {
      return -Errno.EBADF;
    }
    assertEquals(0, closed.get(), "nobody writes to a number that was given back");
    writes.incrementAndGet();
    return Long.BYTES;
  }

  @Test
  void aKnockNeverReachesAClosedDoor() {
    check(
        () -> {
          AtomicInteger writes = new AtomicInteger();
          AtomicInteger closed = new AtomicInteger();
          EventFd door = EventFd.create(counting(writes, closed));
          together(door::knock, door::close);
          assertEquals(1, closed.get());
          assertTrue(writes.get() <= 1);
        });
  }
}
