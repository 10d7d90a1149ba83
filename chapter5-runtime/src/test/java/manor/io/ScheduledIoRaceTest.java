package manor.io;

import static manor.syscall.Linux.EPOLLIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.runtime.Parker;
import manor.syscall.Fd;
import manor.task.Context;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Poll;
import manor.task.WakeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A driver on one thread, a task on another: every letter is read, or somebody waits for ever. */
@Timeout(30)
class ScheduledIoRaceTest {
  private static final int LETTERS = 100_000;

  private final ScheduledIo io = new ScheduledIo(new Fd(null, 7), new Token(42), Ledger.NONE);

  /** As a socket with an edge: letters that are there, news for each that comes. */
  private final AtomicInteger letters = new AtomicInteger();

  private final AtomicInteger read = new AtomicInteger();

  private FutureTask<Void> driver() {
    FutureTask<Void> driver =
        new FutureTask<>(
            () -> {
              WakeList wakers = new WakeList();
              for (int i = 0; i < LETTERS; i++) {
                letters.incrementAndGet();
                io.setReadiness(Tick.SET, EPOLLIN);
                io.wake(EPOLLIN, wakers);
              }
              return null;
            });
    new Thread(driver, "driver").start();
    return driver;
  }

  private Integer readOne() {
    if (letters.get() == 0) {
      return null;
    }
    letters.decrementAndGet();
    return read.incrementAndGet();
  }

  @Test
  void noNewsIsLostThroughTheSlot() throws Exception {
    FutureTask<Void> driver = driver();
    Registration registration = new Registration(null, io);
    Future<Void> reader =
        context -> {
          Poll<Integer> poll = registration.pollIo(context, Direction.READ, this::readOne);
          while (poll.isReady() && poll.get() < LETTERS) {
            poll = registration.pollIo(context, Direction.READ, this::readOne);
          }
          return poll.map(last -> null);
        };
    Parker.blockOn(reader);
    driver.get();
    assertEquals(LETTERS, read.get());
  }

  @Test
  void noNewsIsLostThroughTheList() throws Exception {
    FutureTask<Void> driver = driver();
    Registration registration = new Registration(null, io);
    Parker.blockOn(
        Future.loop(
            () ->
                registration
                    .asyncIo(Interest.READABLE, this::readOne)
                    .map(count -> count < LETTERS)));
    driver.get();
    assertEquals(LETTERS, read.get());
    assertEquals(0, io.waiting());
  }

  @Test
  void noNewsIsLostToOneWhoLeavesAndComesBack() throws Exception {
    FutureTask<Void> driver = driver();
    Registration registration = new Registration(null, io);
    Future<Void> impatient =
        context -> {
          Future<Integer> wait = registration.asyncIo(Interest.READABLE, this::readOne);
          Poll<Integer> poll = wait.poll(context);
          if (poll.isPending()) {
            poll = again(context, wait, registration);
          }
          if (poll.isReady() && poll.get() < LETTERS) {
            context.waker().wakeByRef();
            return Poll.pending();
          }
          return poll.map(last -> null);
        };
    Parker.blockOn(impatient);
    driver.get();
    assertEquals(LETTERS, read.get());
  }

  /** Drops one that waits; what polls by hand instead leaves its waker in the slot. */
  private Poll<Integer> again(Context context, Future<Integer> wait, Registration registration)
      throws Exception {
    wait.drop();
    return registration.pollIo(context, Direction.READ, this::readOne);
  }
}
