package manor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import manor.io.SignalKind;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.Waker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class RuntimeTest {
  private final Runtime runtime;
  private final AtomicInteger drops = new AtomicInteger();

  RuntimeTest(Kernel kernel) throws ErrnoException {
    runtime = Runtime.open(kernel);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  /** Gives everyone else a turn, once. */
  private static Future<Void> yielding() {
    boolean[] yielded = new boolean[1];
    return context -> {
      if (yielded[0]) {
        return Poll.ready(null);
      }
      yielded[0] = true;
      context.waker().wakeByRef();
      return Poll.pending();
    };
  }

  private <T> Future<T> never() {
    return Future.<T>pollFn(context -> Poll.pending()).closing(drops::incrementAndGet);
  }

  @Test
  void blockOnAnswersWithTheValue() throws Exception {
    assertEquals("tea", runtime.blockOn(yielding().map(done -> "tea")));
    assertEquals(0, runtime.tasks());
  }

  @Test
  void blockOnFailsAsItsFutureDoes() {
    IOException reason = new IOException("no");
    AssertionError error = new AssertionError("never");
    assertSame(
        reason,
        assertThrows(
            IOException.class,
            () ->
                runtime.blockOn(
                    context -> {
                      throw reason;
                    })));
    assertSame(
        error,
        assertThrows(
            AssertionError.class,
            () ->
                runtime.blockOn(
                    context -> {
                      throw error;
                    })));
  }

  @Test
  void aTaskRunsAlthoughNobodyJoinsIt() throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    runtime.spawn(
        context -> {
          ran.set(true);
          return Poll.ready(null);
        });
    runtime.blockOn(yielding());
    assertTrue(ran.get());
  }

  @Test
  void joiningWaitsForTheValue() throws Exception {
    assertEquals(
        "tea", runtime.blockOn(runtime.spawn(yielding().then(a -> yielding()).map(done -> "tea"))));
  }

  /** The task ends in the very moment in which the waker of the one who joins is cloned. */
  @Test
  void anEndThatComesWhileTheWakerIsStoredIsSeen() throws Exception {
    JoinHandle<String> handle = runtime.spawn(Future.ready("tea"));
    RawWakerVTable[] table = new RawWakerVTable[1];
    table[0] =
        new RawWakerVTable(
            data -> {
              runQuietly();
              return new RawWaker(data, table[0]);
            },
            data -> {},
            data -> {},
            data -> {});
    Context hasty = Context.of(new Waker(new RawWaker("hasty", table[0])));
    assertEquals(Poll.ready("tea"), handle.poll(hasty));
  }

  private void runQuietly() {
    try {
      runtime.blockOn(yielding());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void tasksTakeTurnsInTheOrderTheyCame() throws Exception {
    List<String> order = new ArrayList<>();
    List<JoinHandle<Void>> handles = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      int[] rounds = new int[1];
      handles.add(
          runtime.spawn(
              context -> {
                order.add(name);
                context.waker().wakeByRef();
                return ++rounds[0] == 3 ? Poll.ready(null) : Poll.pending();
              }));
    }
    runtime.blockOn(Future.join(handles));
    assertEquals(List.of("a", "b", "c", "a", "b", "c", "a", "b", "c"), order);
  }

  @Test
  void aFailureStaysInItsTask() throws Exception {
    StackOverflowError error = new StackOverflowError();
    JoinHandle<Void> failing =
        runtime.spawn(
            context -> {
              throw error;
            });
    assertEquals("tea", runtime.blockOn(yielding().map(done -> "tea")));
    var thrown = assertThrows(JoinException.class, () -> runtime.blockOn(failing));
    assertSame(error, thrown.getCause());
    assertFalse(thrown.isAborted());
    assertEquals(failing + " ended without a value", thrown.getMessage());
  }

  @Test
  void anAbortedTaskIsDroppedAndSaysSo() throws Exception {
    JoinHandle<Void> handle = runtime.spawn(never());
    runtime.blockOn(yielding());
    assertEquals(0, drops.get());
    handle.abort();
    handle.abort();
    var thrown = assertThrows(JoinException.class, () -> runtime.blockOn(handle));
    assertTrue(thrown.isAborted());
    assertEquals(1, drops.get());
    assertEquals(0, runtime.tasks());
  }

  @Test
  void aTaskAbortedBeforeItsFirstPollIsNeverPolled() throws Exception {
    AtomicInteger polls = new AtomicInteger();
    JoinHandle<Void> handle =
        runtime.spawn(
            context -> {
              polls.incrementAndGet();
              return Poll.pending();
            });
    handle.abort();
    assertThrows(JoinException.class, () -> runtime.blockOn(handle));
    assertEquals(0, polls.get());
  }

  @Test
  void aTaskMayAbortItself() throws Exception {
    List<JoinHandle<Void>> self = new ArrayList<>();
    self.add(
        runtime.spawn(
            Future.<Void>pollFn(
                    context -> {
                      self.get(0).abort();
                      return Poll.pending();
                    })
                .closing(drops::incrementAndGet)));
    assertThrows(JoinException.class, () -> runtime.blockOn(self.get(0)));
    assertEquals(1, drops.get());
  }

  @Test
  void anAbortThatComesTooLateChangesNothing() throws Exception {
    JoinHandle<Integer> handle = runtime.spawn(Future.ready(3));
    runtime.blockOn(yielding());
    assertTrue(handle.isFinished());
    handle.abort();
    assertEquals(3, runtime.blockOn(handle));
  }

  @Test
  void aTaskIsPolledOnceForManyWakes() throws Exception {
    AtomicInteger polls = new AtomicInteger();
    Waker[] kept = new Waker[1];
    runtime.spawn(
        context -> {
          polls.incrementAndGet();
          kept[0] = context.waker().clone();
          return Poll.pending();
        });
    runtime.blockOn(yielding());
    for (int i = 0; i < 10; i++) {
      kept[0].wakeByRef();
    }
    runtime.blockOn(yielding().then(done -> yielding()));
    assertEquals(2, polls.get());
  }

  @Test
  void wakersAreCountedByTheirTask() throws Exception {
    Notify bell = new Notify();
    JoinHandle<Void> waits = runtime.spawn(bell.notified());
    JoinHandle<Void> forgetful = runtime.spawn(context -> Poll.pending());
    runtime.blockOn(yielding());
    assertEquals(1, waits.wakers());
    assertEquals(0, forgetful.wakers(), "nobody will ever wake it");
    bell.notifyOne();
    runtime.blockOn(waits);
    assertEquals(0, waits.wakers());
  }

  @Test
  void aWakeFromAnotherThreadEndsTheSleep() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      Notify bell = new Notify();
      FutureTask<Void> stranger =
          new FutureTask<>(
              () -> {
                bell.notifyOne();
                return null;
              });
      new Thread(stranger, "stranger").start();
      runtime.blockOn(bell.notified());
    }
  }

  @Test
  void twoRuntimesWakeEachOther(Kernel kernel) throws Exception {
    Notify ping = new Notify();
    Notify pong = new Notify();
    int last = 10_000;
    FutureTask<Void> other =
        new FutureTask<>(
            () -> {
              try (Runtime second = Runtime.open(kernel)) {
                return second.blockOn(volley(ping, pong, last));
              }
            });
    new Thread(other, "other").start();
    ping.notifyOne();
    runtime.blockOn(volley(pong, ping, last));
    other.get();
  }

  private static Future<Void> volley(Notify from, Notify to, int last) {
    int[] count = new int[1];
    return Future.loop(
        () ->
            from.notified()
                .map(
                    heard -> {
                      to.notifyOne();
                      return ++count[0] < last;
                    }));
  }

  @Test
  void otherThreadsMaySpawnAndWaitForTheEnd() throws Exception {
    Notify end = new Notify();
    FutureTask<Integer> stranger =
        new FutureTask<>(
            () -> {
              int sum = 0;
              for (int i = 0; i < 1_000; i++) {
                sum += Parker.blockOn(runtime.spawn(Future.ready(i)));
              }
              end.notifyOne();
              return sum;
            });
    new Thread(stranger, "stranger").start();
    runtime.blockOn(end.notified());
    assertEquals(499_500, stranger.get());
  }

  @Test
  void aTaskThatIsAlwaysReadyLetsTheOthersHaveTheirTurn() throws Exception {
    JoinHandle<Void> greedy = runtime.spawn(Future.loop(() -> Future.ready(true)));
    runtime.blockOn(runtime.handle().sleep(Duration.ofMillis(1)));
    greedy.abort();
    assertThrows(JoinException.class, () -> runtime.blockOn(greedy));
  }

  @Test
  void aTaskThatWakesItselfCannotStarveTheDriver() throws Exception {
    runtime.spawn(
        context -> {
          context.waker().wakeByRef();
          return Poll.pending();
        });
    runtime.blockOn(runtime.handle().sleep(Duration.ofMillis(1)));
  }

  @Test
  void aTaskThatWakesItselfCannotKeepOutWhatOtherThreadsBring() throws Exception {
    boolean[] came = new boolean[1];
    Thread stranger =
        new Thread(() -> runtime.spawn(context -> Poll.ready(came[0] = true)), "stranger");
    int[] polls = new int[1];
    runtime.blockOn(
        context -> {
          if (polls[0]++ == 0) {
            stranger.start();
            stranger.join();
          }
          context.waker().wakeByRef();
          return came[0] || polls[0] > 1_000 ? Poll.ready(null) : Poll.pending();
        });
    assertTrue(came[0]);
  }

  @Test
  void closingDropsEveryTask() throws Exception {
    JoinHandle<Void> polled = runtime.spawn(never());
    runtime.blockOn(yielding());
    JoinHandle<Void> unpolled = runtime.spawn(never());
    runtime.close();
    assertEquals(2, drops.get());
    assertEquals(0, runtime.tasks());
    for (JoinHandle<Void> handle : List.of(polled, unpolled)) {
      assertTrue(assertThrows(JoinException.class, () -> Parker.blockOn(handle)).isAborted());
    }
  }

  @Test
  void whatIsSpawnedOnAClosedRuntimeIsDropped() {
    runtime.close();
    JoinHandle<Void> late = runtime.spawn(never());
    assertTrue(late.isFinished());
    assertEquals(1, drops.get());
    runtime.close();
  }

  @Test
  void whatADroppedTaskSpawnsIsDroppedToo() throws Exception {
    runtime.spawn(
        Future.<Void>pollFn(context -> Poll.pending()).closing(() -> runtime.spawn(never())));
    runtime.blockOn(yielding());
    runtime.close();
    assertEquals(1, drops.get());
    assertEquals(0, runtime.tasks());
  }

  @Test
  void aLateWakeHarmsNobody() throws Exception {
    Notify bell = new Notify();
    Waker[] kept = new Waker[1];
    runtime.spawn(
        (Context context) -> {
          kept[0] = context.waker().clone();
          return bell.notified().poll(context);
        });
    runtime.blockOn(yielding());
    runtime.close();
    kept[0].wake();
    bell.notifyWaiters();
  }

  @Test
  void aRuntimeIsNotClosedByItsOwnTask() {
    assertThrows(
        IllegalStateException.class,
        () ->
            runtime.blockOn(
                context -> {
                  runtime.close();
                  return Poll.ready(null);
                }));
  }

  @Test
  void aRuntimeRunsOnceAtATime() {
    assertThrows(
        IllegalStateException.class,
        () -> runtime.blockOn(context -> Poll.ready(runtime.blockOn(Future.ready(1)))));
  }

  @Test
  void aTimeoutDropsWhatTookTooLong() {
    assertThrows(
        TimeoutException.class,
        () -> runtime.blockOn(runtime.handle().timeout(Duration.ofMillis(1), never())));
    assertEquals(1, drops.get());
    assertEquals(0, runtime.handle().timersWaiting());
  }

  @Test
  void nothingStaysOpen(Kernel kernel) throws Exception {
    long before = Descriptors.open();
    for (int i = 0; i < 10; i++) {
      try (Runtime brief = Runtime.open(kernel)) {
        brief.spawn(brief.handle().signal(SignalKind.SIGUSR2));
        brief.blockOn(yielding());
      }
    }
    assertEquals(before, Descriptors.open());
  }
}
