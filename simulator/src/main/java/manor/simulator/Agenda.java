package manor.simulator;

import java.util.PriorityQueue;

/**
 * What will happen, and when. Things due at the same moment happen in the order in which they were
 * put down, so that a run can be repeated.
 */
final class Agenda {
  private record Entry(long moment, long number, Runnable happening) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byMoment = Long.compare(moment, other.moment);
      return byMoment != 0 ? byMoment : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final VirtualClock clock;
  private long count;

  Agenda(VirtualClock clock) {
    this.clock = clock;
  }

  /** Puts something down for {@code nanos} from now. */
  void after(long nanos, Runnable happening) {
    entries.add(new Entry(clock.nanos() + nanos, count++, happening));
  }

  /** Lets everything happen that is due by now. */
  void runDue() {
    while (!entries.isEmpty() && entries.peek().moment <= clock.nanos()) {
      entries.poll().happening.run();
    }
  }

  /**
   * Moves the clock to the next happening and lets it happen, if it is due by {@code limit}.
   *
   * @return whether there was one; if not the clock has not moved
   */
  boolean runNext(long limit) {
    if (entries.isEmpty() || entries.peek().moment > limit) {
      return false;
    }
    Entry next = entries.poll();
    clock.moveTo(next.moment);
    next.happening.run();
    return true;
  }
}
