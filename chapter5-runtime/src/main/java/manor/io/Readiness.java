package manor.io;

import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.Waiter;

/**
 * The future that waits in the list of a descriptor until it is ready: the waiter itself is a link
 * of the list, so that waiting takes no memory, and dropping it leaves nothing behind.
 *
 * <pre>
 *   INIT ---- ready at once ----&gt; DONE
 *     \                          ^
 *      `-- Pending --&gt; WAITING --'   woken, and still ready when it looks
 * </pre>
 *
 * <p>Threads: one polls; the driver may take its waker out at any time.
 */
public final class Readiness extends Waiter implements Future<ReadyEvent> {
  private enum State {
    INIT,
    WAITING,
    DONE
  }

  private final ScheduledIo io;
  private final int mask;
  private State state = State.INIT;

  Readiness(ScheduledIo io, int mask) {
    this.io = io;
    this.mask = mask;
  }

  int mask() {
    return mask;
  }

  boolean isConcernedBy(int bits) {
    return (bits & mask) != 0;
  }

  /** The event it was ready with. Someone else may act on it first: it is a hint. */
  @Override
  public Poll<ReadyEvent> poll(Context context) {
    if (state == State.DONE) {
      throw new IllegalStateException("polled after its end");
    }
    ReadyEvent event = io.look(mask);
    if (!event.concerns(mask)) {
      event = io.joinUnlessReady(this, mask, context.waker());
    }
    if (!event.concerns(mask)) {
      state = State.WAITING;
      return Poll.pending();
    }
    drop();
    return Poll.ready(event);
  }

  /** To wait once more. */
  void restart() {
    state = State.INIT;
  }

  @Override
  public void drop() {
    if (state == State.WAITING) {
      io.leave(this);
    }
    state = State.DONE;
  }
}
