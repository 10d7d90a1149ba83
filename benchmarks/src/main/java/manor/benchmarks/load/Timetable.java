package manor.benchmarks.load;

/**
 * When requests are due at a fixed rate, known before the first is sent. A delay counts from then,
 * not from when the request could at last be sent: a server that stalls delays all who were due
 * meanwhile, and each of them is counted. To count from the sending is coordinated omission: the
 * guest waits along with the server, and asks less just when it is slow.
 *
 * <p>Request {@code k} of line {@code i} of {@code n} is number {@code k * n + i} of all.
 *
 * @param start when number 0 is due, in nanoseconds of the clock in use
 * @param rate requests a second, 1 or more
 * @param lines how many connections share them
 */
record Timetable(long start, int rate, int lines) {
  private static final long NANOS = 1_000_000_000;

  /** When request {@code index} of a line is due, rounded up to a nanosecond. */
  long due(int line, long index) {
    return start + ((index * lines + line) * NANOS + rate - 1) / rate;
  }

  /** How many requests of all lines are due up to {@code now}. */
  long dueBy(long now) {
    return now < start ? 0 : (now - start) * rate / NANOS + 1;
  }
}
