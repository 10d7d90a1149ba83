package manor.tutor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What became of the requests so far. Safe for all threads. */
final class LoadTally {
  private final Histogram micros = new Histogram(TimeUnit.HOURS.toMicros(1), 3);
  private final Map<String, Integer> causes = new TreeMap<>();
  private long answered;
  private long failed;

  synchronized void answered(long nanos) {
    answered++;
    micros.recordValue(Math.min(nanos / 1000, micros.getHighestTrackableValue()));
  }

  synchronized void failed(String cause) {
    failed++;
    causes.merge(cause, 1, Integer::sum);
  }

  synchronized long answered() {
    return answered;
  }

  synchronized long failed() {
    return failed;
  }

  synchronized long done() {
    return answered + failed;
  }

  synchronized Map<String, Integer> causes() {
    return new TreeMap<>(causes);
  }

  /** The time below which so many percent of the answers came, in milliseconds. */
  synchronized double millisAt(double percent) {
    return micros.getValueAtPercentile(percent) / 1000.0;
  }
}
