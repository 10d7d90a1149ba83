package manor.server;

import java.time.Duration;
import manor.epoll.Clock;

/** A clock that stands still until a test moves it on, or the reactor has nothing else to do. */
final class HandClock implements Clock {
  private volatile long nanos;
  private volatile int pauses;

  /** A clock that shows this time, which may be any number at all. */
  HandClock(long nanos) {
    this.nanos = nanos;
  }

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  /** How often a pause was asked for, because all else would have been a busy loop. */
  int pauses() {
    return pauses;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void pause(long time) {
    pauses++;
    nanos += time;
  }
}
