package manor.task;

/**
 * The messenger: a handle by which anyone, on any thread, can say "there is news, poll again".
 *
 * <p>It belongs to one owner at a time, who ends it in one of two ways: {@link #wake} or {@link
 * #drop}. Who was only lent one, as every {@link Context} lends, keeps a {@link #clone}. Rust's
 * compiler checks that; here the second use of a waker that is gone throws.
 *
 * <p>A wake is never lost and never counted: many before the next poll are one poll.
 *
 * <p>Threads: any; an owner passes it on through a lock or another safe way.
 */
public final class Waker {
  private final RawWaker waker;
  private boolean gone;

  /** A waker that does what the table of {@code waker} says. */
  public Waker(RawWaker waker) {
    this.waker = waker;
  }

  /**
   * Wakes, and is used up.
   *
   * @throws IllegalStateException when it is gone already
   */
  // tag::wake[]
  public void wake() {
    leave();
    waker.vtable().wake.accept(waker.data());
  }

  // end::wake[]

  /** Wakes, and stays. */
  public void wakeByRef() {
    waker.vtable().wakeByRef.accept(waker.data());
  }

  /** Another waker of the same one. */
  @Override
  public Waker clone() {
    return new Waker(waker.vtable().clone.apply(waker.data()));
  }

  /**
   * Gives it up without waking.
   *
   * @throws IllegalStateException when it is gone already
   */
  public void drop() {
    leave();
    waker.vtable().drop.accept(waker.data());
  }

  /** Whether both wake the same one, so that one of them is enough. */
  public boolean willWake(Waker other) {
    return waker.data() == other.waker.data() && waker.vtable() == other.waker.vtable();
  }

  /** Who follows the one it wakes. */
  public Ledger ledger() {
    return waker.data() instanceof Recorded recorded ? recorded.ledger() : Ledger.NONE;
  }

  private void leave() {
    if (gone) {
      throw new IllegalStateException("this waker of " + waker.data() + " was woken or dropped");
    }
    gone = true;
  }

  /** Whom it wakes. */
  @Override
  public String toString() {
    return String.valueOf(waker.data());
  }
}
