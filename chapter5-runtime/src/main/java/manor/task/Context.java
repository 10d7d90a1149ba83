package manor.task;

/**
 * What a future is handed with every poll: a thin wrapping around the {@link Waker} to leave
 * behind, and how much more work this poll may do.
 *
 * <p>Threads: the one that polls.
 */
public final class Context {
  private final Waker waker;
  private final Budget budget;

  /** A context that wakes through {@code waker} and spends from {@code budget}. */
  public Context(Waker waker, Budget budget) {
    this.waker = waker;
    this.budget = budget;
  }

  /** A context without a limit: for tests, and for threads that poll nothing else. */
  public static Context of(Waker waker) {
    return new Context(waker, Budget.unlimited());
  }

  /** Whom to wake. It is lent: whoever keeps it longer than the poll keeps a clone. */
  public Waker waker() {
    return waker;
  }

  /** The same budget, but someone else to wake. */
  public Context with(Waker other) {
    return new Context(other, budget);
  }

  // tag::budget[]
  /**
   * Whether this poll may go on. If not, the task has been woken, so that it will be polled again
   * after everyone else has had a turn, and what is left to do is to answer Pending.
   */
  public boolean mayProceed() {
    if (budget.isSpent()) {
      waker.wakeByRef();
      return false;
    }
    return true;
  }

  /** Something came of it: one less to spend. What ended in Pending costs nothing. */
  public void spend() {
    budget.spend();
  }

  // end::budget[]
}
