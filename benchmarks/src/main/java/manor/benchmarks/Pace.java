package manor.benchmarks;

import java.time.Duration;

/**
 * How long to look.
 *
 * @param quick whether this is only a glance
 * @param rounds how often each thing is measured; the rounds of all are interleaved
 * @param run how long a run takes
 * @param warmUp how long the run takes that comes before the first round and does not count
 */
record Pace(boolean quick, int rounds, Duration run, Duration warmUp) {
  static final Pace FULL = new Pace(false, 7, Duration.ofMillis(1500), Duration.ofMillis(1500));
  static final Pace QUICK = new Pace(true, 3, Duration.ofMillis(400), Duration.ofMillis(500));
}
