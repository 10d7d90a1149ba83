package manor.simulator;

/** A clock that stands still until it is moved. */
final class VirtualClock {
  private long nanos;

  public long nanos() {
    return nanos;
  }

  /** Moves on to {@code moment}, never back. */
  void moveTo(long moment) {
    nanos = Math.max(nanos, moment);
  }
}
