package manor.io;

import manor.task.Future;

/**
 * A clock that strikes at even distances, the first time at once. Who comes late hears the strokes
 * that were missed one after another, and is in time again.
 *
 * <p>Threads: the runtime's.
 */
public final class Interval {
  private final Timers timers;
  private final long period;
  private long next;

  Interval(Timers timers, long period) {
    if (period <= 0) {
      throw new IllegalArgumentException("an interval needs a length, not " + period + " ns");
    }
    this.timers = timers;
    this.period = period;
    this.next = timers.now();
  }

  /** The next stroke. Dropping it loses none: the stroke is still the next. */
  public Future<Void> tick() {
    return new Sleep(timers, next).map(struck -> advance());
  }

  private Void advance() {
    next += period;
    return null;
  }
}
