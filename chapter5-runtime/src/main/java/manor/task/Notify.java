package manor.task;

/**
 * A bell between tasks: some wait for it with {@link #notified}, others ring it. It carries no
 * data; whoever rings has put the data elsewhere first.
 *
 * <p>Invariants: a ring for one that finds nobody waiting is kept for the next who comes, but only
 * one is kept; a ring for all reaches every {@link #notified} that was made before it, polled or
 * not; a ring that reached a future that was then dropped goes to the next.
 *
 * <p>Threads: any.
 */
public final class Notify {
  private static final String PLACE = "a Notify";

  private final WaiterList waiters = new WaiterList();
  private boolean permit;
  private long ringsForAll;
  private boolean missed;

  /** Wakes the one who has waited longest, or lets the next who comes pass at once. */
  public void notifyOne() {
    Waker waker;
    synchronized (this) {
      Guest first = (Guest) waiters.first();
      if (first == null) {
        permit = true;
        return;
      }
      waiters.remove(first);
      first.called = true;
      waker = first.take();
    }
    waker.wake();
  }

  /** Wakes everyone who waits now, whoever of them fails. Who comes later waits for the next. */
  public void notifyWaiters() {
    WakeList wakers = new WakeList();
    synchronized (this) {
      ringsForAll++;
      missed = waiters.isEmpty();
    }
    RuntimeException failure = null;
    while (takeSome(wakers)) {
      try {
        wakers.wakeAll();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Those who came before the ring stand before those who came after. */
  private synchronized boolean takeSome(WakeList wakers) {
    boolean some = false;
    while (wakers.canPush()
        && waiters.first() instanceof Guest guest
        && guest.ringsSeen < ringsForAll) {
      waiters.remove(guest);
      wakers.push(guest.take());
      some = true;
    }
    return some;
  }

  /** Done when the bell has rung for it. */
  public synchronized Future<Void> notified() {
    return new Guest(ringsForAll);
  }

  /** How many wait at this moment. */
  public synchronized int waiting() {
    return waiters.size();
  }

  /** One who waits for the bell. Its fields belong to the lock of the bell. */
  private final class Guest extends Waiter implements Future<Void> {
    private final long ringsSeen;
    private boolean called;
    private boolean ended;

    private Guest(long ringsSeen) {
      this.ringsSeen = ringsSeen;
    }

    @Override
    public Poll<Void> poll(Context context) {
      Waker old;
      synchronized (Notify.this) {
        if (hasRung()) {
          old = leave();
        } else {
          old = store(context.waker());
          boolean joins = !isWaiting();
          if (joins) {
            waiters.add(this);
          }
          if (joins || old != null) {
            tell(context.waker());
          }
        }
      }
      dropped(old);
      return ended ? Poll.ready(null) : Poll.pending();
    }

    private void tell(Waker latest) {
      latest.ledger().wakerLeft(latest, PLACE);
      if (missed) {
        missed = false;
        latest.ledger().wakeMissed(latest, PLACE);
      }
    }

    private boolean hasRung() {
      if (ended || called || ringsSeen < ringsForAll) {
        return true;
      }
      boolean passes = permit;
      permit = false;
      return passes;
    }

    private Waker leave() {
      ended = true;
      waiters.remove(this);
      return take();
    }

    private void dropped(Waker old) {
      if (old != null) {
        old.drop();
      }
    }

    @Override
    public void drop() {
      Waker old;
      boolean passOn;
      synchronized (Notify.this) {
        passOn = called && !ended;
        old = leave();
      }
      dropped(old);
      if (passOn) {
        notifyOne();
      }
    }
  }
}
