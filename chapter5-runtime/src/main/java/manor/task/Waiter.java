package manor.task;

/**
 * One who waits in a {@link WaiterList}: a waker, and a mark that it has been called. A future that
 * waits is, or holds, one of these, so that waiting costs no memory of its own and leaving is as
 * cheap as coming.
 *
 * <p>Threads: every field belongs to the lock of the list.
 */
public class Waiter {
  Waiter previous;
  Waiter next;
  WaiterList list;
  private Waker waker;

  /** Nobody's waiter yet. */
  protected Waiter() {}

  /** Whether it stands in a list. */
  public final boolean isWaiting() {
    return list != null;
  }

  /** Keeps a clone of {@code latest}; answers the one it replaces, to be dropped, or null. */
  public final Waker store(Waker latest) {
    if (waker != null && waker.willWake(latest)) {
      return null;
    }
    Waker old = waker;
    waker = latest.clone();
    return old;
  }

  /** Takes the waker out, or null. */
  public final Waker take() {
    Waker taken = waker;
    waker = null;
    return taken;
  }
}
