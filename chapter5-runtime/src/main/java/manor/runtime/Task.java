package manor.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import manor.task.Budget;
import manor.task.Context;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Mishap;
import manor.task.Poll;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.Recorded;
import manor.task.Waker;

/**
 * A future with a number, a state and an executor: what a waker wakes.
 *
 * <p>Invariants: the future is polled and dropped by the executor's thread only, never while it is
 * being polled, and dropped when it has ended, however it ended; nothing that it or the waker of
 * whoever joins it throws gets past here.
 *
 * <p>Threads: the executor's, but for waking, aborting and joining, which may come from any.
 */
final class Task<T> implements Recorded {
  /** How a waker wakes a task. Its data is the task. */
  private static final RawWakerVTable VTABLE =
      new RawWakerVTable(
          task -> ((Task<?>) task).cloneWaker(),
          task -> ((Task<?>) task).wakeAndDrop(),
          task -> ((Task<?>) task).wake(false),
          task -> ((Task<?>) task).dropWaker());

  private final long id;
  private final Executor executor;
  private final Ledger ledger;
  private final TaskState state = new TaskState();
  private final Completion<T> completion = new Completion<>();
  private final AtomicInteger wakers = new AtomicInteger();
  private final Budget budget = new Budget(Budget.SIZE);
  private final RawWaker rawWaker = new RawWaker(this, VTABLE);
  private final Context context = new Context(new Waker(rawWaker), budget);
  private Future<T> future;

  /** Its neighbours among the tasks of its executor; they belong to {@link OwnedTasks}. */
  Task<?> previous;

  Task<?> next;

  Task(long id, Future<T> future, Executor executor, Ledger ledger) {
    this.id = id;
    this.future = future;
    this.executor = executor;
    this.ledger = ledger;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  long id() {
    return id;
  }

  Completion<T> completion() {
    return completion;
  }

  boolean isComplete() {
    return state.isComplete();
  }

  /** One poll, or the end if it was aborted. */
  // tag::run[]
  void run() {
    state.begin();
    if (state.isAborted()) {
      cancel();
      return;
    }
    Outcome<T> outcome = poll();
    if (outcome != null) {
      end(outcome);
    } else if (state.pause()) {
      executor.queue(this);
    }
  }

  // end::run[]

  /** What the future has come to, or null if it is Pending. */
  private Outcome<T> poll() {
    ledger.taskPolled(id);
    budget.refill();
    try {
      // tag::ask[]
      Poll<T> poll = future.poll(context);
      if (poll.isReady()) {
        ledger.taskReady(id);
        return new Outcome<>(poll.get(), null);
      }
      // end::ask[]
    } catch (Throwable failure) {
      ledger.taskFailed(id, failure);
      return new Outcome<>(null, failure);
    }
    ledger.taskPending(id);
    return null;
  }

  /** Drops the future where it stands. */
  void cancel() {
    ledger.taskDropped(id);
    end(new Outcome<>(null, new AbortedException(this)));
  }

  private void end(Outcome<T> outcome) {
    if (!state.complete()) {
      return;
    }
    executor.ended(this);
    Future<T> ended = future;
    future = null;
    try {
      ended.drop();
    } catch (Throwable failure) {
      ledger.taskFailed(id, failure);
    }
    try {
      completion.set(outcome);
    } catch (RuntimeException failure) {
      Mishap.tell(failure);
    }
  }

  /** Any thread. */
  void abort() {
    if (state.abort()) {
      executor.queue(this);
    }
  }

  // tag::wake[]
  private void wake(boolean usedUp) {
    ledger.wakerWoken(id, usedUp);
    if (state.wake()) {
      executor.queue(this);
    }
  }

  // end::wake[]

  private void wakeAndDrop() {
    wakers.decrementAndGet();
    wake(true);
  }

  private RawWaker cloneWaker() {
    wakers.incrementAndGet();
    ledger.wakerCloned(id);
    return rawWaker;
  }

  private void dropWaker() {
    wakers.decrementAndGet();
    ledger.wakerDropped(id);
  }

  /** How many wakers somebody keeps. A task that is Pending and has none will never be polled. */
  int wakers() {
    return wakers.get();
  }

  @Override
  public String toString() {
    return "task " + id;
  }
}
