package manor.io;

import manor.task.WakerSlot;

/** A moment that somebody waits for. It knows its place among the {@link Timers}. */
final class TimerEntry {
  static final int NOWHERE = -1;

  final long deadline;
  final WakerSlot slot = new WakerSlot("a timer");
  int place = NOWHERE;
  boolean fired;

  TimerEntry(long deadline) {
    this.deadline = deadline;
  }

  boolean isBefore(TimerEntry other) {
    return deadline - other.deadline < 0;
  }
}
