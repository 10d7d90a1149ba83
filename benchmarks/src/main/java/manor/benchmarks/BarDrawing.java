package manor.benchmarks;

import java.util.List;
import java.util.function.BiPredicate;

/** A {@link BarPlot} in the making, in one width. Used once. */
final class BarDrawing {
  private static final int EDGE = 4;
  private static final int APART = 8;
  private static final int STEP = 26;
  private static final int THICK = 16;
  private static final int BETWEEN = 24;
  private static final int ARROW = 7;

  /** In the key: how long a mark is, and how far down its row it stands. */
  private static final int SAMPLE = 28;

  private static final int MIDDLE = 11;

  private final BarPlot bars;
  private final PlotWidth width;
  private final Svg svg;
  private final double left;

  BarDrawing(BarPlot bars, PlotWidth width) {
    this.bars = bars;
    this.width = width;
    this.svg = new Svg(width.named(bars.name()), bars.title(), bars.description());
    this.left = EDGE + labelRoom() + APART;
  }

  private double labelRoom() {
    return bars.bars().mapToDouble(bar -> room(label(bar), bar.own())).max().orElse(0);
  }

  private static double room(List<String> lines, boolean strong) {
    return lines.stream().mapToDouble(line -> Lettering.width(line, strong)).max().orElse(0);
  }

  private List<String> label(BarPlot.Bar bar) {
    return Lettering.lines(bar.label(), bar.own(), width.labels());
  }

  private List<String> value(BarPlot.Bar bar, double limit) {
    return Lettering.lines(bar.value(limit), false, width.ends());
  }

  /** A scale as long as may be, so that every value still has room at the end of its bar. */
  private double longest(BarPlot.Group group) {
    double limit = group.limit();
    double most = width.width() - EDGE - left - APART - ARROW;
    return group.bars().stream()
        .mapToDouble(
            bar ->
                (most - room(value(bar, limit), false)) / Math.min(1, bar.spread().high() / limit))
        .min()
        .orElse(most);
  }

  Plot plot() {
    double y = 0;
    for (BarPlot.Group group : bars.groups()) {
      y = draw(group, y) + BETWEEN;
    }
    return svg.plot(width.width(), (int) Math.ceil(key(y - BETWEEN + APART) + EDGE));
  }

  private double draw(BarPlot.Group group, double top) {
    double y = words("small strong", group.title(), true, top);
    y = words("small", group.measured(), false, y) + APART;
    double longest = longest(group);
    for (BarPlot.Bar bar : group.bars()) {
      List<String> label = label(bar);
      int lines = Math.max(label.size(), value(bar, group.limit()).size());
      double high = STEP + (lines - 1) * Lettering.LEADING;
      beside(bar.own() ? "small strong" : "small", left - APART, y + high / 2, "end", label);
      draw(bar, group.limit(), longest, y + high / 2);
      y += high;
    }
    return y;
  }

  /** Words in lines, with their middle at that height. */
  private void beside(String style, double x, double middle, String anchor, List<String> lines) {
    double first = middle + 4 - (lines.size() - 1) * Lettering.LEADING / 2.0;
    svg.lines(style, x, first, anchor, lines);
  }

  /** Words over the whole width; the answer is where the next ones begin. */
  private double words(String style, String words, boolean strong, double top) {
    List<String> lines = Lettering.lines(words, strong, width.width() - 2 * EDGE);
    svg.lines(style, EDGE, top + Lettering.LEADING, "start", lines);
    return top + lines.size() * (Lettering.LEADING + 2);
  }

  private void draw(BarPlot.Bar bar, double limit, double longest, double middle) {
    double scale = longest / limit;
    Spread spread = bar.spread();
    double length = Math.max(1, Math.min(longest, spread.median() * scale));
    double high = Math.max(length, Math.min(longest, spread.high() * scale));
    svg.bar(bar.own() ? "goldfill" : "bluefill", left, middle - THICK / 2.0, length, THICK);
    if (bar.hasGap(limit)) {
      gap(left + longest - 22, middle);
    }
    if (spread.low() < limit) {
      whisker(left + spread.low() * scale, left + high, middle, bar.hasArrow(limit));
    }
    double end = left + high + (bar.hasArrow(limit) ? ARROW : 0);
    beside("small", end + APART, middle, "start", value(bar, limit));
  }

  /** A line from the lowest to the highest, with paper around it where it lies on a bar. */
  private void whisker(double low, double high, double middle, boolean goesOn) {
    String ends = goesOn ? "M%1$.1f %3$.1fV%4$.1f" : "M%1$.1f %3$.1fV%4$.1fM%2$.1f %3$.1fV%4$.1f";
    String path =
        Svg.format("M%1$.1f %5$.1fH%2$.1f" + ends, low, high, middle - 4, middle + 4, middle);
    svg.path("rim", path).path("thick", path);
    if (goesOn) {
      svg.path("dot", Svg.format("M%.1f %.1fl%d 5l-%3$d 5Z", high, middle - 5, ARROW + 2));
    }
  }

  private void gap(double x, double middle) {
    svg.line("rim", x, middle + 11, x + 8, middle - 11);
  }

  /** What the marks mean, as far as they are used; the answer is where it ends. */
  private double key(double top) {
    whisker(EDGE, EDGE + SAMPLE, top + MIDDLE, false);
    double y = told(top, "from the lowest to the highest");
    if (any(BarPlot.Bar::hasArrow)) {
      whisker(EDGE, EDGE + SAMPLE - ARROW, y + MIDDLE, true);
      y = told(y, "goes on, to the value told");
    }
    if (any(BarPlot.Bar::hasGap)) {
      svg.bar("bluefill", EDGE, y + MIDDLE - THICK / 2.0, SAMPLE, THICK);
      gap(EDGE + SAMPLE / 3.0, y + MIDDLE);
      y = told(y, "too long to be drawn in full");
    }
    return y;
  }

  private double told(double top, String words) {
    svg.text("small", EDGE + SAMPLE + APART, top + MIDDLE + 4, "start", words);
    return top + 2 * MIDDLE;
  }

  private boolean any(BiPredicate<BarPlot.Bar, Double> mark) {
    return bars.groups().stream()
        .anyMatch(group -> group.bars().stream().anyMatch(bar -> mark.test(bar, group.limit())));
  }
}
