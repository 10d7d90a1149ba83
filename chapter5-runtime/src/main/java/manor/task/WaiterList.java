package manor.task;

/**
 * Those who wait, in the order they came. Doubly linked through the waiters themselves: joining and
 * leaving take the same short time however many there are.
 *
 * <p>Threads: the lock of whoever owns the list.
 */
public final class WaiterList {
  private Waiter first;
  private Waiter last;

  /** Whether nobody waits. */
  public boolean isEmpty() {
    return first == null;
  }

  /** Who came first, or null. */
  public Waiter first() {
    return first;
  }

  /** Who came after {@code waiter}, or null. */
  public Waiter after(Waiter waiter) {
    return waiter.next;
  }

  /** Joins at the end. */
  public void add(Waiter waiter) {
    waiter.list = this;
    waiter.previous = last;
    if (last == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    last = waiter;
  }

  /** Leaves, if it is in this list. */
  public void remove(Waiter waiter) {
    if (waiter.list != this) {
      return;
    }
    if (waiter.previous == null) {
      first = waiter.next;
    } else {
      waiter.previous.next = waiter.next;
    }
    if (waiter.next == null) {
      last = waiter.previous;
    } else {
      waiter.next.previous = waiter.previous;
    }
    waiter.list = null;
    waiter.previous = null;
    waiter.next = null;
  }

  /** How many wait: counted one by one, for tests and reports. */
  public int size() {
    int size = 0;
    for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
      size++;
    }
    return size;
  }
}
