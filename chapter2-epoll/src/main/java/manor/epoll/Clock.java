package manor.epoll;

import java.util.concurrent.locks.LockSupport;

/**
 * A clock that only goes forward. Everything in this book that waits is handed one, so that a test
 * can say what time it is.
 */
@FunctionalInterface
public interface Clock {
  /** Nanoseconds since some fixed moment; only differences mean anything. */
  long nanos();

  /**
   * Lets time pass without doing anything: the last resort of a loop that could otherwise only spin
   * on a failing call. A clock that a test holds moves itself on instead.
   *
   * @param nanos how long at least, unless the thread is interrupted
   */
  default void pause(long nanos) {
    LockSupport.parkNanos(nanos);
  }

  /** This machine's monotonic clock: CLOCK_MONOTONIC of clock_gettime(2). Any thread. */
  static Clock system() {
    return System::nanoTime;
  }
}
