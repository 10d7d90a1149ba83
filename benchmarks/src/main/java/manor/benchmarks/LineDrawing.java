package manor.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** A {@link LinePlot} in the making, in one width. Used once. */
final class LineDrawing {
  private static final int EDGE = 4;
  private static final int TOP = 62;
  private static final int BOTTOM = 298;
  private static final int HEIGHT = 350;
  private static final int LEADER = 22;

  /** How much of the width a count of 0 has for itself, since it has no logarithm. */
  private static final double ZERO = 0.25;

  private final LinePlot lines;
  private final PlotWidth width;
  private final Svg svg;
  private final double left;
  private final double right;

  LineDrawing(LinePlot lines, PlotWidth width) {
    this.lines = lines;
    this.width = width;
    this.svg = new Svg(width.named(lines.name()), lines.title(), lines.description());
    this.left = EDGE + Lettering.width(tick(highest()), false) + 8;
    double labels =
        lines.lines().stream()
            .flatMap(line -> label(line).stream())
            .mapToDouble(words -> Lettering.width(words, false))
            .max()
            .orElse(0);
    this.right = width.width() - EDGE - labels - LEADER;
  }

  private List<String> label(LinePlot.Line line) {
    return Lettering.lines(line.label(), false, width.ends());
  }

  Plot plot() {
    svg.text("small strong", EDGE, 16, "start", lines.title());
    svg.text("small", EDGE, 36, "start", lines.upward());
    axes();
    lines.lines().forEach(this::draw);
    label();
    return svg.plot(width.width(), HEIGHT);
  }

  private void axes() {
    for (int power = lowest(); power <= highest(); power++) {
      double y = y(Math.pow(10, power));
      svg.line(power == lowest() ? "line" : "grid", left, y, right, y);
      svg.text("small", left - 8, y + 4, "end", tick(power));
    }
    for (double count : lines.counts()) {
      svg.text("small", x(count), BOTTOM + 20, "middle", LinePlot.plain(count));
    }
    if (lines.counts().get(0) == 0) {
      double x = left + (right - left) * ZERO / 2;
      svg.line("rim", x - 3, BOTTOM + 7, x + 3, BOTTOM - 7);
    }
    double middle = Math.max((left + right) / 2, EDGE + Lettering.width(lines.across(), false) / 2);
    svg.text("small", middle, HEIGHT - 8, "middle", lines.across());
  }

  private void draw(LinePlot.Line line) {
    StringBuilder path = new StringBuilder();
    for (LinePlot.Point point : line.points()) {
      double x = x(point.count());
      double y = y(point.spread().median());
      path.append(Svg.format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
      svg.line(line.stroke(), x, y(point.spread().low()), x, y(point.spread().high()));
      svg.dot(line.style() + "fill", x, y);
    }
    svg.path(line.stroke(), path.toString());
  }

  /**
   * Labels stand beside the ends of their lines, each led to by a stroke, and make room for each
   * other; where a line ends early, below its end.
   */
  private void label() {
    List<LinePlot.Line> fromBelow =
        lines.lines().stream()
            .sorted(Comparator.comparingDouble(line -> line.end().spread().median()))
            .toList();
    double room = Double.POSITIVE_INFINITY;
    for (LinePlot.Line line : fromBelow) {
      double x = x(line.end().count());
      double y = y(line.end().spread().median());
      if (x < right - 1) {
        svg.text("small", x + 9, y + 18, "start", line.label());
      } else {
        room = label(line, y, room);
      }
    }
  }

  /** The answer is where the label begins: what comes next must end above. */
  private double label(LinePlot.Line line, double y, double room) {
    List<String> words = label(line);
    double half = words.size() * Lettering.LEADING / 2.0;
    double middle = Math.min(y, room - half - 2);
    svg.line(line.stroke(), right + 6, y, right + LEADER - 5, middle);
    svg.lines("small", right + LEADER, middle - half + 12, "start", words);
    return middle - half - 2;
  }

  private String tick(int power) {
    return LinePlot.plain(Math.pow(10, power));
  }

  private int lowest() {
    return (int) Math.floor(Math.log10(values(Spread::low).min().orElse(1)));
  }

  private int highest() {
    return (int) Math.ceil(Math.log10(values(Spread::high).max().orElse(10)));
  }

  private DoubleStream values(ToDoubleFunction<Spread> which) {
    return lines.points().map(LinePlot.Point::spread).mapToDouble(which);
  }

  private double x(double count) {
    List<Double> counts = lines.counts();
    double from = counts.get(0) == 0 ? ZERO : 0;
    double least = counts.get(from == 0 ? 0 : 1);
    double most = counts.get(counts.size() - 1);
    double share = from + (1 - from) * Math.log(count / least) / Math.log(most / least);
    return left + (right - left) * (count == 0 ? 0 : share);
  }

  private double y(double value) {
    double share = (Math.log10(value) - lowest()) / (highest() - lowest());
    return BOTTOM - (BOTTOM - TOP) * share;
  }
}
