package manor.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars that begin at zero, group by group, each with its spread as a whisker. In a group all have
 * one scale; a bar of more than {@link #MOST_TIMES} times the middle one is cut, and says so.
 *
 * @param name of the file
 * @param title what is compared
 * @param unit of what
 * @param groups the bars
 */
record BarPlot(String name, String title, String unit, List<Group> groups) {
  /**
   * Bars that belong together.
   *
   * @param title what they share
   * @param bars at least one
   */
  record Group(String title, List<Bar> bars) {}

  /**
   * One bar.
   *
   * @param label whose it is
   * @param spread how long it is
   * @param own whether it is this house's
   */
  record Bar(String label, Spread spread, boolean own) {}

  static final int MOST_TIMES = 3;

  private static final int WIDTH = 560;
  private static final int LEFT = 196;
  private static final int LONGEST = 284;
  private static final int STEP = 25;
  private static final int HEAD = 30;
  private static final int GAP = 22;

  Plot draw() {
    Svg svg = new Svg(name, title, description());
    double y = 6;
    for (Group group : groups) {
      y = draw(svg, group, y) + GAP;
    }
    return svg.plot(WIDTH, (int) Math.ceil(y - GAP + 6));
  }

  private static double draw(Svg svg, Group group, double top) {
    double limit = limit(group);
    svg.text("small strong", 4, top + 14, "start", group.title());
    double y = top + HEAD;
    for (Bar bar : group.bars()) {
      svg.text(bar.own() ? "small strong" : "small", LEFT - 8, y + 12, "end", bar.label());
      draw(svg, bar, limit, y);
      y += STEP;
    }
    return y;
  }

  private static double limit(Group group) {
    double most = group.bars().stream().mapToDouble(bar -> bar.spread().high()).max().orElse(1);
    List<Double> medians = group.bars().stream().map(bar -> bar.spread().median()).toList();
    return Math.min(most, Spread.of(medians).median() * MOST_TIMES);
  }

  private static void draw(Svg svg, Bar bar, double limit, double y) {
    double scale = LONGEST / limit;
    boolean cut = bar.spread().median() > limit;
    double length = cut ? LONGEST : bar.spread().median() * scale;
    double low = LEFT + bar.spread().low() * scale;
    double high = LEFT + Math.min(LONGEST, bar.spread().high() * scale);
    svg.bar(bar.own() ? "goldfill" : "bluefill", LEFT, y, Math.max(length, 1), STEP - 9);
    if (!cut) {
      svg.line("thick", low, y + 8, high, y + 8);
    }
    String value = Figure.of(bar.spread().median()) + (cut ? ", cut" : "");
    svg.text("small", (cut ? LEFT + LONGEST : high) + 7, y + 12, "start", value);
  }

  /** The same in words, for who cannot see it. */
  private String description() {
    return groups.stream()
        .map(
            group ->
                group.bars().stream()
                    .map(bar -> bar.label() + " " + Figure.of(bar.spread().median()))
                    .collect(Collectors.joining(", ", group.title() + ", in " + unit + ": ", ".")))
        .collect(Collectors.joining(" "));
  }
}
