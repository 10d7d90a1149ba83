package manor.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines over a scale of counts. Upward each step is ten times the one below, and across it is the
 * same; a count of 0 has its own place to the left.
 *
 * @param name of the file
 * @param title what is shown
 * @param across what the counts are
 * @param upward what the values are
 * @param lines at least one
 */
record LinePlot(String name, String title, String across, String upward, List<Line> lines) {
  /**
   * One line.
   *
   * @param label at its end
   * @param style a class of the book's pictures, without {@code line} or {@code fill}
   * @param points from left to right
   */
  record Line(String label, String style, List<Point> points) {
    Point end() {
      return points.get(points.size() - 1);
    }

    /** The class of what is drawn as a stroke. */
    String stroke() {
      return style.equals("gold") ? "gold" : style + "line";
    }
  }

  /**
   * One point of a line.
   *
   * @param count on the axis across
   * @param spread on the axis upward
   */
  record Point(double count, Spread spread) {}

  Plot draw(PlotWidth width) {
    return new LineDrawing(this, width).plot();
  }

  Stream<Point> points() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  /** The counts, from the least to the greatest. */
  List<Double> counts() {
    return points().map(Point::count).distinct().sorted().toList();
  }

  static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Figure.of(value);
  }

  /** The same in words, for who cannot see it. */
  String description() {
    return lines.stream()
        .map(
            line ->
                line.points().stream()
                    .map(
                        point -> Figure.of(point.spread().median()) + " at " + plain(point.count()))
                    .collect(Collectors.joining(", ", line.label() + ": ", ".")))
        .collect(Collectors.joining(" ", upward + ", by " + across + ". ", ""));
  }
}
