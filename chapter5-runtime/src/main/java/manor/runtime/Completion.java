package manor.runtime;

import java.util.concurrent.atomic.AtomicReference;
import manor.task.WakerSlot;

/**
 * Where a task leaves its outcome, and where one may wait for it.
 *
 * <p>Threads: any.
 */
final class Completion<T> {
  private final AtomicReference<Outcome<T>> outcome = new AtomicReference<>();
  private final WakerSlot waiting = new WakerSlot("the end of a task");

  /** Visible first, then the wake. */
  void set(Outcome<T> ended) {
    outcome.set(ended);
    waiting.wake();
  }

  /** How it ended, or null. */
  Outcome<T> get() {
    return outcome.get();
  }

  /** Where the one who waits leaves his waker, before he looks again. */
  WakerSlot waiting() {
    return waiting;
  }
}
