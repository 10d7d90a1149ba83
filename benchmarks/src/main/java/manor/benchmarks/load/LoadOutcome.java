package manor.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What came of a run.
 *
 * @param answers how many answers came, each of them sound
 * @param nanos how long the run took
 * @param delays nanoseconds from when a request was due to its answer; empty without a rate
 * @param planned how many requests were due by the end; 0 without a rate
 * @param error what went wrong first, or null: a run with an error is not a result
 */
public record LoadOutcome(long answers, long nanos, Histogram delays, long planned, String error) {
  private static final double SUSTAINED = 0.99;

  /** Whether every request was answered as it should be. */
  public boolean isSound() {
    return error == null && answers > 0;
  }

  /** Whether as many answers came as were due, but for 1 in 100. */
  public boolean isSustained() {
    return answers >= SUSTAINED * planned;
  }

  /** Answers a second. */
  public double perSecond() {
    return answers * 1e9 / nanos;
  }

  /**
   * The delay that {@code percent} of 100 requests did not exceed.
   *
   * @return in microseconds
   */
  public double delayMicros(double percent) {
    return delays.getValueAtPercentile(percent) / 1000.0;
  }
}
