package manor.epoll;

/**
 * A clock that only goes forward. Everything in this book that waits is handed one, so that a test
 * can say what time it is.
 */
@FunctionalInterface
public interface Clock {
  /** Nanoseconds since some fixed moment; only differences mean anything. */
  long nanos();

  /** This machine's monotonic clock: CLOCK_MONOTONIC of clock_gettime(2). Any thread. */
  static Clock system() {
    return System::nanoTime;
  }
}
