package manor.io;

import java.time.Duration;
import java.util.Arrays;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.task.Ledger;

/**
 * Everyone who waits for a moment, the earliest first: a binary heap in which each entry knows its
 * place, so that one who no longer waits is taken out without a search.
 *
 * <p>Invariant: the entry at {@code i} is not later than those at {@code 2i + 1} and {@code 2i +
 * 2}.
 *
 * <p>Threads: the runtime's.
 */
final class Timers {
  /** Half the range of the clock, 146 years, so that any two deadlines can be compared. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

  private final Clock clock;
  private final Ledger ledger;
  private TimerEntry[] heap = new TimerEntry[16];
  private int size;

  Timers(Clock clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
  }

  long now() {
    return clock.nanos();
  }

  /** A duration in the clock's unit. Nobody waits longer than {@link #LONGEST}. */
  static long nanos(Duration duration) {
    if (duration.compareTo(LONGEST) > 0) {
      return LONGEST.toNanos();
    }
    return duration.isNegative() ? -1 : duration.toNanos();
  }

  int size() {
    return size;
  }

  /** Puts an entry among those that wait. */
  void add(TimerEntry entry) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    rise(entry, size++);
    ledger.timerSet(entry.deadline);
  }

  /** Takes an entry out, if it is there. */
  void remove(TimerEntry entry) {
    if (entry.place == TimerEntry.NOWHERE) {
      return;
    }
    int hole = entry.place;
    entry.place = TimerEntry.NOWHERE;
    TimerEntry last = heap[--size];
    heap[size] = null;
    if (last != entry) {
      sink(last, hole);
      rise(last, last.place);
    }
  }

  private void rise(TimerEntry entry, int from) {
    int place = from;
    while (place > 0 && entry.isBefore(heap[(place - 1) / 2])) {
      put(heap[(place - 1) / 2], place);
      place = (place - 1) / 2;
    }
    put(entry, place);
  }

  private void sink(TimerEntry entry, int from) {
    int place = from;
    int child = earlierChild(place);
    while (child < size && heap[child].isBefore(entry)) {
      put(heap[child], place);
      place = child;
      child = earlierChild(place);
    }
    put(entry, place);
  }

  private int earlierChild(int place) {
    int left = 2 * place + 1;
    return left + 1 < size && heap[left + 1].isBefore(heap[left]) ? left + 1 : left;
  }

  private void put(TimerEntry entry, int place) {
    heap[place] = entry;
    entry.place = place;
  }

  /** How long the driver may sleep: until the earliest entry, and no longer than it wants to. */
  long limit(long maxWaitNanos) {
    if (size == 0 || maxWaitNanos == 0) {
      return maxWaitNanos;
    }
    long wait = Math.max(0, heap[0].deadline - clock.nanos());
    return maxWaitNanos == Epoll.FOREVER ? wait : Math.min(wait, maxWaitNanos);
  }

  /** Wakes everyone whose moment has come. */
  void fire() {
    if (size == 0) {
      return;
    }
    long now = clock.nanos();
    while (size > 0 && heap[0].deadline - now <= 0) {
      TimerEntry due = heap[0];
      remove(due);
      due.fired = true;
      ledger.timerFired(due.deadline);
      due.slot.wake();
    }
  }
}
