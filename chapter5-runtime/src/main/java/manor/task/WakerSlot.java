package manor.task;

/**
 * Room for one waker: the latest who asked. For news that has one listener.
 *
 * <p>The listener stores its waker and <em>then</em> looks whether the news is there; the teller
 * makes the news visible and <em>then</em> wakes. In any other order one of them may miss the
 * other.
 *
 * <p>Threads: any.
 */
public final class WakerSlot {
  private final String place;
  private final boolean tellsMisses;
  private Waker waker;
  private boolean missed;

  /** An empty slot. */
  public WakerSlot() {
    this("a WakerSlot");
  }

  /** An empty slot of something that {@code place} names, for the {@link Ledger}. */
  public WakerSlot(String place) {
    this(place, true);
  }

  private WakerSlot(String place, boolean tellsMisses) {
    this.place = place;
    this.tellsMisses = tellsMisses;
  }

  /** A slot for those who look again in any case: that nobody was there to be woken is no news. */
  static WakerSlot ofLookers(String place) {
    return new WakerSlot(place, false);
  }

  /** Keeps a clone of {@code latest}, unless the one that is kept wakes the same. */
  public void store(Waker latest) {
    Waker old;
    synchronized (this) {
      if (waker != null && waker.willWake(latest)) {
        return;
      }
      old = waker;
      waker = latest.clone();
      tell(latest.ledger(), latest);
    }
    if (old != null) {
      old.drop();
    }
  }

  private void tell(Ledger ledger, Waker latest) {
    ledger.wakerLeft(latest, place);
    if (missed) {
      missed = false;
      ledger.wakeMissed(latest, place);
    }
  }

  /** Takes the waker out, or null. */
  public synchronized Waker take() {
    Waker taken = waker;
    waker = null;
    return taken;
  }

  /** Wakes whoever is there. */
  public void wake() {
    Waker taken;
    synchronized (this) {
      taken = take();
      missed = tellsMisses && taken == null;
    }
    if (taken != null) {
      taken.wake();
    }
  }

  /** Forgets whoever is there, and that somebody was called before: he has looked meanwhile. */
  public void clear() {
    Waker taken;
    synchronized (this) {
      taken = take();
      missed = false;
    }
    if (taken != null) {
      taken.drop();
    }
  }
}
