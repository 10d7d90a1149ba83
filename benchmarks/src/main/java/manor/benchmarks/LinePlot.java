package manor.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Lines over a scale of counts. Upward each step is ten times the one below; so it is across, from
 * 1 on, unless a count is 0.
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
    Svg svg = new Svg(name, title, description());
    svg.text("small", 4, 18, "start", upward);
    svg.text("small", (LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", across);
    for (int power = lowest(); power <= highest(); power++) {
      double y = y(Math.pow(10, power));
      svg.line(power == lowest() ? "line" : "dashed", LEFT, y, RIGHT, y);
      svg.text("small", LEFT - 8, y + 4, "end", plain(Math.pow(10, power)));
    }
    for (Point point : longest()) {
      svg.text("small", x(point.count()), BOTTOM + 20, "middle", plain(point.count()));
    }
    lines.forEach(line -> draw(svg, line));
    label(svg);
    return svg.plot(WIDTH, HEIGHT);
  }

  private void draw(Svg svg, Line line) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      double x = x(point.count());
      double y = y(point.spread().median());
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
      svg.line("thick", x, y(point.spread().low()), x, y(point.spread().high()));
      svg.dot(line.style() + "fill", x, y);
    }
    svg.path(line.style().equals("gold") ? "gold" : line.style() + "line", path.toString());
  }

  /**
   * Labels stand at the lines' ends, and make room for each other; below, where a line ends early.
   */
  private void label(Svg svg) {
    List<Line> fromBelow = new ArrayList<>(lines);
    fromBelow.sort(Comparator.comparingDouble(line -> end(line).spread().median()));
    double room = Double.POSITIVE_INFINITY;
    for (Line line : fromBelow) {
      double x = x(end(line).count());
      double y = y(end(line).spread().median());
      boolean early = x < RIGHT - 1;
      double free = Math.min(y + 4, room - APART);
      svg.text("small", x + 9, early ? y + 18 : free, "start", line.label());
      room = early ? room : free;
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

  private int lowest() {
    return (int) Math.floor(Math.log10(values(Spread::low).min().orElse(1)));
  }

  private int highest() {
    return (int) Math.ceil(Math.log10(values(Spread::high).max().orElse(10)));
  }

  private DoubleStream values(ToDoubleFunction<Spread> which) {
    return points().map(Point::spread).mapToDouble(which);
  }

  private Stream<Point> points() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  private double x(double count) {
    double least = points().mapToDouble(Point::count).min().orElse(0);
    double most = points().mapToDouble(Point::count).max().orElse(1);
    double share = least >= 1 ? Math.log(count) / Math.log(most) : count / most;
    return LEFT + (RIGHT - LEFT) * share;
  }

  private double y(double value) {
    double share = (Math.log10(value) - lowest()) / (highest() - lowest());
    return BOTTOM - (BOTTOM - TOP) * share;
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
