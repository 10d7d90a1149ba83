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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Mpsc;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.WhenWoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a task is polled, and how it ends: what those who know tokio rely upon. */
@RealKernel
@Timeout(30)
class TaskLifeTest {
  private final Runtime runtime;
  private final AtomicInteger polls = new AtomicInteger();
  private final List<Thread> drops = new ArrayList<>();

  TaskLifeTest(Kernel kernel) throws ErrnoException {
    runtime = Runtime.open(kernel);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private <T> Future<T> never() {
    return Future.<T>pollFn(context -> Poll.pending())
        .closing(() -> drops.add(Thread.currentThread()));
  }

  /** Everyone who is in the queue now has had his turn when this is done. */
  private Future<Void> everyonesTurn() {
    return Future.ready(null).then(now -> runtime.spawn(Future.ready(null)));
  }

  @Test
  void aTaskDoesNothingBeforeTheRuntimeRuns() throws Exception {
    JoinHandle<Integer> task = runtime.spawn(context -> Poll.ready(polls.incrementAndGet()));
    assertEquals(0, polls.get());
    assertEquals(1, runtime.blockOn(task));
  }

  /** Whoever is spawned later stands behind it in the queue, so nothing can hang here. */
  @Test
  void aTaskThatWakesItselfWhileItIsPolledIsPolledAgain() throws Exception {
    runtime.spawn(
        context -> {
          context.waker().wakeByRef();
          return polls.incrementAndGet() == 2 ? Poll.ready(null) : Poll.pending();
        });
    runtime.blockOn(everyonesTurn());
    assertEquals(2, polls.get());
  }

  @Test
  void aWakerThatFailsAtTheEndOfATaskIsHeardOfAndHarmsNobodyElse() throws Exception {
    RuntimeException failure = new IllegalStateException("lame");
    JoinHandle<String> joined = runtime.spawn(Future.ready("bread"));
    assertTrue(joined.poll(WhenWoken.fails(failure)).isPending());
    List<Throwable> heard = new ArrayList<>();
    Thread here = Thread.currentThread();
    here.setUncaughtExceptionHandler((thread, fault) -> heard.add(fault));
    try {
      runtime.blockOn(everyonesTurn());
    } finally {
      here.setUncaughtExceptionHandler(null);
    }
    assertEquals(List.of(failure), heard);
    assertEquals("bread", runtime.blockOn(joined));
  }

  @Test
  void aTaskIsPolledOnceAndThenForNewsOnly() throws Exception {
    Mpsc<Integer> channel = new Mpsc<>(2);
    Future<Void> reading = Future.loop(() -> channel.receive().map(value -> value != null));
    JoinHandle<Void> reader =
        runtime.spawn(
            context -> {
              polls.incrementAndGet();
              return reading.poll(context);
            });
    runtime.blockOn(everyonesTurn());
    assertEquals(1, polls.get());
    runtime.blockOn(everyonesTurn());
    assertEquals(1, polls.get(), "nothing has happened");
    runtime.blockOn(channel.send(1).then(sent -> channel.send(2)));
    runtime.blockOn(everyonesTurn());
    assertEquals(2, polls.get(), "it takes what there is");
    channel.close();
    runtime.blockOn(reader);
    assertEquals(3, polls.get());
  }

  @Test
  void aTaskAbortedByAnotherThreadIsDroppedByTheRuntimes() throws Exception {
    JoinHandle<Void> task = runtime.spawn(never());
    Thread stranger = new Thread(task::abort, "stranger");
    stranger.start();
    var thrown = assertThrows(JoinException.class, () -> runtime.blockOn(task));
    stranger.join();
    assertTrue(thrown.isAborted());
    assertEquals(List.of(Thread.currentThread()), drops);
  }

  @Test
  void anAbortedTaskIsDroppedThoughNobodyJoinsIt() throws Exception {
    JoinHandle<Void> task = runtime.spawn(never());
    runtime.blockOn(everyonesTurn());
    task.abort();
    task.drop();
    assertEquals(List.of(), drops);
    runtime.blockOn(everyonesTurn());
    assertEquals(1, drops.size());
    assertEquals(0, runtime.tasks());
  }

  /** It has no right to, and still harms nobody. */
  @Test
  void aFutureThatFailsWhileItIsDroppedEndsAsItWould() throws Exception {
    JoinHandle<String> waits = runtime.spawn(new Clumsy(Poll.pending()));
    JoinHandle<String> ends = runtime.spawn(new Clumsy(Poll.ready("tea")));
    assertEquals("tea", runtime.blockOn(ends));
    waits.abort();
    assertTrue(assertThrows(JoinException.class, () -> runtime.blockOn(waits)).isAborted());
    runtime.spawn(new Clumsy(Poll.pending()));
    JoinHandle<Void> last = runtime.spawn(never());
    runtime.close();
    assertTrue(last.isFinished());
    assertEquals(0, runtime.tasks());
  }

  private record Clumsy(Poll<String> answer) implements Future<String> {
    @Override
    public Poll<String> poll(Context context) {
      return answer;
    }

    @Override
    public void drop() {
      throw new IllegalStateException("a bug");
    }
  }

  @Test
  void aTaskThatIsDroppedAtTheEndMayWakeAnother() throws Exception {
    Notify bell = new Notify();
    for (int i = 0; i < 3; i++) {
      runtime.spawn(bell.notified().then(rung -> never()));
      runtime.spawn(Future.<Void>pollFn(context -> Poll.pending()).closing(bell::notifyWaiters));
    }
    runtime.blockOn(everyonesTurn());
    runtime.close();
    assertEquals(0, runtime.tasks());
    assertEquals(List.of(), drops, "a task that ends is not polled");
  }

  @Test
  void whatIsUnderWayWhenTheMainFutureFailsGoesOnWithTheNextCall() throws Exception {
    Notify bell = new Notify();
    JoinHandle<String> task = runtime.spawn(bell.notified().map(rung -> "tea"));
    IOException reason = new IOException("no");
    Future<Void> fails =
        everyonesTurn()
            .map(
                all -> {
                  throw reason;
                });
    assertSame(reason, assertThrows(IOException.class, () -> runtime.blockOn(fails)));
    assertFalse(task.isFinished());
    bell.notifyOne();
    assertEquals("tea", runtime.blockOn(task));
  }

  @Test
  void aTimeoutEndsEvenWhatAlwaysFindsSomethingToDo() {
    Future<Void> busy = Future.loop(() -> Future.ready(true));
    assertThrows(
        TimeoutException.class,
        () -> runtime.blockOn(runtime.handle().timeout(Duration.ofMillis(1), busy)));
    assertEquals(0, runtime.handle().timersWaiting());
  }

  @Test
  void patienceMayHaveNoEnd() throws Exception {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    Future<String> tea = runtime.handle().sleep(Duration.ofMillis(1)).map(slept -> "tea");
    assertEquals("tea", runtime.blockOn(runtime.handle().timeout(ages, tea)));
    assertEquals(0, runtime.handle().timersWaiting());
  }
}
