package manor.io;

import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/** The future that is done at a moment of the clock, and never before. */
final class Sleep implements Future<Void> {
  private final Timers timers;
  private final TimerEntry entry;

  Sleep(Timers timers, long deadline) {
    this.timers = timers;
    this.entry = new TimerEntry(deadline);
  }

  @Override
  public Poll<Void> poll(Context context) {
    if (!entry.fired && entry.place == TimerEntry.NOWHERE) {
      if (entry.deadline - timers.now() <= 0) {
        entry.fired = true;
      } else {
        timers.add(entry);
      }
    }
    if (entry.fired) {
      return Poll.ready(null);
    }
    entry.slot.store(context.waker());
    return Poll.pending();
  }

  @Override
  public void drop() {
    timers.remove(entry);
    entry.slot.clear();
  }
}
