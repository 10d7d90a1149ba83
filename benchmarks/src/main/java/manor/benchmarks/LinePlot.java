package manor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over a scale of counts, both axes from zero.
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
  record Line(String label, String style, List<Point> points) {}

  /**
   * One point of a line.
   *
   * @param count on the axis across
   * @param spread on the axis upward
   */
  record Point(double count, Spread spread) {}

  private static final int WIDTH = 560;
  private static final int HEIGHT = 330;
  private static final int LEFT = 62;
  private static final int RIGHT = 428;
  private static final int TOP = 40;
  private static final int BOTTOM = 276;
  private static final int APART = 17;

  Plot draw() {
    double most = nice(greatest());
    double far = farthest();
    Svg svg = new Svg(name, title, description());
    svg.text("small", 4, 18, "start", upward);
    svg.text("small", (LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", across);
    for (int i = 0; i <= 4; i++) {
      double y = BOTTOM - (BOTTOM - TOP) * i / 4.0;
      svg.line(i == 0 ? "line" : "dashed", LEFT, y, RIGHT, y);
      svg.text("small", LEFT - 8, y + 4, "end", plain(most * i / 4));
    }
    double last = Double.NEGATIVE_INFINITY;
    for (Point point : longest()) {
      double x = x(point.count(), far);
      if (x - last > 28) {
        svg.text("small", x, BOTTOM + 20, "middle", plain(point.count()));
        last = x;
      }
    }
    lines.forEach(line -> draw(svg, line, far, most));
    label(svg, far, most);
    return svg.plot(WIDTH, HEIGHT);
  }

  private static void draw(Svg svg, Line line, double far, double most) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      double x = x(point.count(), far);
      double y = y(point.spread().median(), most);
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
      svg.line("thick", x, y(point.spread().low(), most), x, y(point.spread().high(), most));
      svg.dot(line.style() + "fill", x, y);
    }
    svg.path(line.style().equals("gold") ? "gold" : line.style() + "line", path.toString());
  }

  /** Labels stand at the lines' ends, and make room for each other. */
  private void label(Svg svg, double far, double most) {
    List<Line> fromBelow = new ArrayList<>(lines);
    fromBelow.sort((a, b) -> Double.compare(end(a).spread().median(), end(b).spread().median()));
    double room = Double.POSITIVE_INFINITY;
    for (Line line : fromBelow) {
      Point end = end(line);
      double y = Math.min(y(end.spread().median(), most) + 4, room - APART);
      boolean early = x(end.count(), far) < RIGHT - 60;
      double at = early ? y(end.spread().median(), most) - 8 : y;
      svg.text("small", x(end.count(), far) + 9, at, "start", line.label());
      room = early ? room : y;
    }
  }

  private static Point end(Line line) {
    return line.points().get(line.points().size() - 1);
  }

  private List<Point> longest() {
    return lines.stream()
        .map(Line::points)
        .max((a, b) -> Integer.compare(a.size(), b.size()))
        .orElse(List.of());
  }

  private double greatest() {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> point.spread().high())
        .max()
        .orElse(1);
  }

  private double farthest() {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(Point::count)
        .max()
        .orElse(1);
  }

  /** The next number above that is easy to divide by four. */
  static double nice(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 2, 4, 6, 8}) {
      if (value <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static double x(double count, double far) {
    return LEFT + (RIGHT - LEFT) * count / Math.max(far, 1);
  }

  private static double y(double value, double most) {
    return BOTTOM - (BOTTOM - TOP) * value / most;
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Figure.of(value);
  }

  /** The same in words, for who cannot see it. */
  private String description() {
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
