package manor.task;

/**
 * Wakers taken from under a lock, to be woken when the lock is free again. A waker is somebody
 * else's code: it may poll a task at once, and the task may ask for the very same lock.
 *
 * <p>It has room for a few dozen and is used again and again, so that waking leaves no garbage. Who
 * has more to wake than it holds lets go of the lock, calls {@link #wakeAll}, and goes on.
 *
 * <p>Threads: one.
 */
public final class WakeList {
  /** How many wakers it holds. */
  public static final int CAPACITY = 32;

  /** Null while those who stood in it are being woken: who comes meanwhile gets an array anew. */
  private Waker[] wakers = new Waker[CAPACITY];

  private int count;

  /** Whether there is room for one more. */
  public boolean canPush() {
    return count < CAPACITY;
  }

  /**
   * Takes a waker over.
   *
   * @throws IndexOutOfBoundsException when full
   */
  public void push(Waker waker) {
    if (wakers == null) {
      wakers = new Waker[CAPACITY];
    }
    wakers[count] = waker;
    count++;
  }

  // tag::wake-all[]
  /**
   * Wakes everyone in the order they came, and is empty from the beginning: who is put on the list
   * by a waker waits for the next time. A waker that fails does not keep the news from the others;
   * the first failure is thrown at the end.
   */
  public void wakeAll() {
    RuntimeException failure = null;
    Waker[] woken = wakers;
    int end = count;
    wakers = null;
    count = 0;
    for (int i = 0; i < end; i++) {
      Waker waker = woken[i];
      woken[i] = null;
      try {
        waker.wake();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (wakers == null) {
      wakers = woken;
    }
    if (failure != null) {
      throw failure;
    }
  }
  // end::wake-all[]
}
