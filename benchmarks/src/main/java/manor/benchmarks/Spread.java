package manor.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What several rounds said of one thing: the middle one, and how far they lay apart.
 *
 * @param median the middle value, or the mean of the two in the middle
 * @param low the least
 * @param high the greatest
 */
record Spread(double median, double low, double high) {
  /**
   * The spread of some values.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no value, no spread");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double upper = sorted.get(half);
    double median = sorted.size() % 2 == 1 ? upper : (sorted.get(half - 1) + upper) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /** Round by round, how many times {@code base} each value is. */
  static Spread ofRatios(List<Double> values, List<Double> base) {
    int rounds = Math.min(values.size(), base.size());
    return of(
        IntStream.range(0, rounds).mapToObj(round -> values.get(round) / base.get(round)).toList());
  }

  /** Whether no value of one lies among those of the other: only then is there an order. */
  boolean isApartFrom(Spread other) {
    return high < other.low || other.high < low;
  }
}
