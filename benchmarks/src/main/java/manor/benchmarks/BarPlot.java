package manor.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars that begin at zero, group by group, each with its spread as a whisker; in every group a bar
 * is as long as its share of the group's longest.
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

  private static final int WIDTH = 560;
  private static final int LEFT = 158;
  private static final int LONGEST = 318;
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
    double most = group.bars().stream().mapToDouble(bar -> bar.spread().high()).max().orElse(1);
    svg.text("small strong", 4, top + 14, "start", group.title());
    double y = top + HEAD;
    for (Bar bar : group.bars()) {
      double length = bar.spread().median() / most * LONGEST;
      double low = LEFT + bar.spread().low() / most * LONGEST;
      double high = LEFT + bar.spread().high() / most * LONGEST;
      svg.text(bar.own() ? "small strong" : "small", LEFT - 8, y + 12, "end", bar.label());
      svg.bar(bar.own() ? "goldfill" : "bluefill", LEFT, y, Math.max(length, 1), STEP - 9);
      svg.line("thick", low, y + 8, high, y + 8);
      svg.text("small", high + 7, y + 12, "start", Figure.of(bar.spread().median()));
      y += STEP;
    }
    return y;
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
