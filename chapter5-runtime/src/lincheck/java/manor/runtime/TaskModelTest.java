package manor.runtime;

import static manor.runtime.Interleaved.check;
import static manor.runtime.Interleaved.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import manor.task.Ledger;
import manor.task.Notify;
import org.junit.jupiter.api.Test;

/** Task state, run queue, completion and parking, in every order of two threads. */
class TaskModelTest {
  /** A wake is never lost, and never queues a task twice. */
  @Test
  void aWakeQueuesTheTaskOnceWheneverItComes() {
    check(
        () -> {
          TaskState state = new TaskState();
          AtomicInteger queued = new AtomicInteger(1);
          int[] news = new int[1];
          int[] seen = new int[1];
          together(
              () -> {
                while (queued.get() > 0) {
                  queued.decrementAndGet();
                  state.begin();
                  seen[0] = news[0];
                  if (state.pause()) {
                    queued.incrementAndGet();
                  }
                }
              },
              () -> {
                news[0] = 1;
                if (state.wake()) {
                  queued.incrementAndGet();
                }
              });
          assertTrue(queued.get() <= 1, "queued at most once");
          assertTrue(seen[0] == 1 || queued.get() == 1, "the news was seen, or will be");
        });
  }

  /** The canary: a state that is read and written in two steps loses wakes. */
  @Test
  void aStateInTwoStepsIsCaught() {
    assertThrows(
        AssertionError.class,
        () ->
            check(
                () -> {
                  AtomicInteger bits = new AtomicInteger();
                  together(() -> bits.set(bits.get() | 1), () -> bits.set(bits.get() | 2));
                  assertEquals(3, bits.get());
                }));
  }

  @Test
  void twoWakesFromOutsideQueueOnce() {
    check(
        () -> {
          TaskState state = new TaskState();
          state.begin();
          state.pause();
          AtomicInteger queued = new AtomicInteger();
          Interleaved.Part wake =
              () -> {
                if (state.wake()) {
                  queued.incrementAndGet();
                }
              };
          together(wake, wake);
          assertEquals(1, queued.get());
        });
  }

  @Test
  void anAbortAndAWakeQueueOnce() {
    check(
        () -> {
          TaskState state = new TaskState();
          state.begin();
          state.pause();
          AtomicInteger queued = new AtomicInteger();
          together(
              () -> {
                if (state.wake()) {
                  queued.incrementAndGet();
                }
              },
              () -> {
                if (state.abort()) {
                  queued.incrementAndGet();
                }
              });
          assertEquals(1, queued.get());
          assertTrue(state.isAborted());
        });
  }

  @Test
  void whatIsThrownInComesOut() {
    check(
        () -> {
          RunQueue queue = new RunQueue();
          Task<Void> task = new Task<>(1, null, null, Ledger.NONE);
          Task<Void> other = new Task<>(2, null, null, Ledger.NONE);
          together(() -> queue.throwIn(task), () -> queue.throwIn(other));
          queue.emptyInbox();
          assertEquals(2, queue.size());
        });
  }

  @Test
  void anEndIsHeardByWhoWaitsForIt() {
    check(
        () -> {
          Completion<Integer> completion = new Completion<>();
          int[] value = new int[1];
          together(
              () -> value[0] = Parker.blockOn(new Ending(completion)),
              () -> completion.set(new Outcome<>(7, null)));
          assertEquals(7, value[0]);
        });
  }

  @Test
  void aRingUnparksWheneverItComes() {
    check(
        () -> {
          Notify bell = new Notify();
          together(() -> Parker.blockOn(bell.notified()), bell::notifyOne);
          assertEquals(0, bell.waiting());
        });
  }
}
