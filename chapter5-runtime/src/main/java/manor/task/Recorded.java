package manor.task;

/** Whom a waker wakes, if a {@link Ledger} follows it: a task. */
public interface Recorded {
  /** The ledger that is told of it. */
  Ledger ledger();
}
