package manor.simulator;

import manor.epoll.Clock;

/** A clock that stands still until it is moved. */
final class VirtualClock implements Clock {
  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  /** Moves on to {@code moment}, never back. */
  void moveTo(long moment) {
    nanos = Math.max(nanos, moment);
  }
}
