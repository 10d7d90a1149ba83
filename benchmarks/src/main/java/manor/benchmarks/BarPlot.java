package manor.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bars that begin at zero, group by group, each with its spread as a whisker. In a group all have
 * one scale, which ends at {@link #MOST_TIMES} times the middle bar at the latest. A bar that is
 * longer has a gap, a whisker that goes on has an arrow, and its end is told in words.
 *
 * @param name of the file
 * @param title what is compared
 * @param groups the bars
 */
record BarPlot(String name, String title, List<Group> groups) {
  /**
   * Bars that belong together.
   *
   * @param title what they share
   * @param measured what their lengths are, and in which unit
   * @param bars at least one
   */
  record Group(String title, String measured, List<Bar> bars) {
    /** Where the scale ends. */
    double limit() {
      double most = bars.stream().mapToDouble(bar -> bar.spread().high()).max().orElse(1);
      List<Double> medians = bars.stream().map(bar -> bar.spread().median()).toList();
      return Math.min(most, Spread.of(medians).median() * MOST_TIMES);
    }
  }

  /**
   * One bar.
   *
   * @param label whose it is
   * @param spread how long it is
   * @param own whether it is this house's
   */
  record Bar(String label, Spread spread, boolean own) {
    boolean hasGap(double limit) {
      return spread.median() > limit;
    }

    boolean hasArrow(double limit) {
      return spread.high() > limit && spread.low() < limit;
    }

    /** What is told at its end: the median, and how far the spread goes where it is not seen. */
    String value(double limit) {
      String median = Figure.of(spread.median());
      return spread.high() > limit ? median + ", to " + Figure.of(spread.high()) : median;
    }
  }

  static final int MOST_TIMES = 4;

  Plot draw(PlotWidth width) {
    return new BarDrawing(this, width).plot();
  }

  Stream<Bar> bars() {
    return groups.stream().flatMap(group -> group.bars().stream());
  }

  /** The same in words, for who cannot see it. */
  String description() {
    return groups.stream().map(BarPlot::inWords).collect(Collectors.joining(" "));
  }

  private static String inWords(Group group) {
    double limit = group.limit();
    return group.bars().stream()
        .map(bar -> bar.label() + " " + bar.value(limit))
        .collect(Collectors.joining("; ", group.title() + "; " + group.measured() + ": ", "."));
  }
}
