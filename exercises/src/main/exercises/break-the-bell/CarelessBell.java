package manor.exercises.breakthebell;

import java.util.ArrayDeque;
import java.util.Deque;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.Waker;

/** A bell like {@link manor.task.Notify}, made by a careless clockmaker. One thread. */
final class CarelessBell {
  private final Deque<Guest> waiting = new ArrayDeque<>();
  private boolean kept;

  /** Wakes the one who has waited longest, or lets the next who comes pass at once. */
  void notifyOne() {
    Guest first = waiting.poll();
    if (first == null) {
      kept = true;
      return;
    }
    first.called = true;
    first.takeWaker().wake();
  }

  /** Done when the bell has rung for it. */
  Future<Void> notified() {
    return new Guest();
  }

  private final class Guest implements Future<Void> {
    private Waker waker;
    private boolean called;

    @Override
    public Poll<Void> poll(Context context) {
      if (called) {
        return Poll.ready(null);
      }
      if (kept) {
        kept = false;
        drop();
        return Poll.ready(null);
      }
      if (waker == null) {
        waker = context.waker().clone();
        waiting.add(this);
      }
      return Poll.pending();
    }

    private Waker takeWaker() {
      Waker taken = waker;
      waker = null;
      return taken;
    }

    @Override
    public void drop() {
      waiting.remove(this);
      Waker unused = takeWaker();
      if (unused != null) {
        unused.drop();
      }
    }
  }
}
