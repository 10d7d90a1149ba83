package manor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TaskStateTest {
  private final TaskState state = new TaskState();

  @Test
  void aTaskIsBornInTheQueue() {
    assertFalse(state.wake());
  }

  @Test
  void onlyTheFirstWakeOfASleepingTaskQueuesIt() {
    state.begin();
    assertFalse(state.pause());
    assertTrue(state.wake());
    assertFalse(state.wake());
    state.begin();
    assertFalse(state.pause());
    assertTrue(state.wake());
  }

  @Test
  void aWakeDuringThePollQueuesItAfterwards() {
    state.begin();
    assertFalse(state.wake());
    assertFalse(state.wake());
    assertTrue(state.pause());
    assertFalse(state.wake(), "it is in the queue");
    state.begin();
    assertFalse(state.pause(), "the news was used up");
  }

  @Test
  void whatHasEndedIsNeverQueuedAgain() {
    state.begin();
    assertTrue(state.complete());
    assertFalse(state.complete());
    assertFalse(state.wake());
    assertFalse(state.abort());
    assertTrue(state.isComplete());
  }

  @Test
  void anAbortQueuesASleepingTaskAndOnlyThat() {
    assertFalse(state.abort());
    state.begin();
    assertTrue(state.isAborted());
    assertFalse(state.abort());
    assertTrue(state.pause());

    TaskState sleeping = new TaskState();
    sleeping.begin();
    sleeping.pause();
    assertTrue(sleeping.abort());
    assertFalse(sleeping.abort());
    assertFalse(sleeping.wake());
  }

  /** Plain numbers pass from the waker to the poll; the queue is one flag that may not be lost. */
  @Test
  @Timeout(30)
  void whatWasDoneBeforeAWakeIsSeenByThePollAfterIt() throws Exception {
    int last = 300_000;
    AtomicInteger queued = new AtomicInteger(1);
    int[] plain = new int[1];
    FutureTask<Void> waker =
        new FutureTask<>(
            () -> {
              for (int i = 1; i <= last; i++) {
                plain[0] = i;
                if (state.wake()) {
                  queued.incrementAndGet();
                }
              }
              return null;
            });
    new Thread(waker, "waker").start();
    int seen = 0;
    while (seen < last) {
      if (queued.get() > 0) {
        assertEquals(0, queued.decrementAndGet(), "queued at most once");
        state.begin();
        seen = plain[0];
        if (state.pause()) {
          queued.incrementAndGet();
        }
      }
    }
    waker.get();
  }
}
