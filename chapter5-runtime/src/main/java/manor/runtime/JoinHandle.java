package manor.runtime;

import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * One's hold on a spawned task: the future of its end, and the means to bring it about. Letting go
 * of it changes nothing for the task. A task that fails takes nobody with it; who wants to know
 * asks here.
 *
 * <p>Threads: any; one waits at a time, the latest.
 *
 * @param <T> what comes of the task
 */
public final class JoinHandle<T> implements Future<T> {
  private final Task<T> task;

  JoinHandle(Task<T> task) {
    this.task = task;
  }

  /**
   * Ready with the task's value.
   *
   * @throws JoinException when the task failed or was aborted
   */
  @Override
  public Poll<T> poll(Context context) throws JoinException {
    if (task.completion().get() == null) {
      task.completion().waiting().store(context.waker());
    }
    Outcome<T> outcome = task.completion().get();
    if (outcome == null) {
      return Poll.pending();
    }
    drop();
    if (outcome.failure() != null) {
      throw new JoinException(task + " ended without a value", outcome.failure());
    }
    return Poll.ready(outcome.value());
  }

  /** Ends the task at its next turn: its future is dropped, not polled. Too late is harmless. */
  public void abort() {
    task.abort();
  }

  /** Whether the task has ended. */
  public boolean isFinished() {
    return task.completion().get() != null;
  }

  /** The task's number, as the ledger has it. */
  public long id() {
    return task.id();
  }

  /** How many wakers somebody keeps for the task. */
  public int wakers() {
    return task.wakers();
  }

  /** Stops waiting; the task goes on. */
  @Override
  public void drop() {
    task.completion().waiting().clear();
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
