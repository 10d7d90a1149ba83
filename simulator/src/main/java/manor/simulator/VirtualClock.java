package manor.simulator;

import manor.epoll.Clock;

/** A clock that stands still until it is moved. */
final class VirtualClock implements Clock {
  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  /** What falls due meanwhile happens at the next system call. */
  @Override
  public void pause(long pauseNanos) {
    moveTo(nanos + pauseNanos);
  }

  /** Moves on to {@code moment}, never back. */
  void moveTo(long moment) {
    nanos = Math.max(nanos, moment);
  }
}
