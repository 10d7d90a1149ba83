package manor.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A drawing in the making. It names the book's own classes for colours and lines, so that in the
 * book it follows the theme; {@link #alone} adds them for who opens the file by itself.
 */
final class Svg {
  private static final String STYLE =
      """
      <style>
      svg { color-scheme: light dark; --ink: #23211d; --soft: #5c574d; --edge: #857d6c; --rule: #ddd7ca;
        --paper: #fdfcf9; --gold: #a8761c; --red: #a8321f; --green: #44772c; --blue: #2b6a94;
        background: var(--paper); font-family: system-ui, sans-serif; }
      @media (prefers-color-scheme: dark) {
        svg { --ink: #e7e2d8; --soft: #b0a998; --edge: #8d8676; --paper: #1a1917;
          --gold: #d9ab52; --red: #f09a86; --green: #a2c986; --blue: #82bbe0; } }
      text { fill: var(--ink); font-size: 15px; }
      .small { font-size: 13px; fill: var(--soft); }
      .strong { font-weight: 650; }
      .line { stroke: var(--edge); stroke-width: 1.5; fill: none; }
      .thick { stroke: var(--ink); stroke-width: 2; fill: none; }
      .grid { stroke: var(--rule); stroke-width: 1.5; fill: none; }
      .rim { stroke: var(--paper); stroke-width: 5; fill: none; }
      .gold { stroke: var(--gold); stroke-width: 2.5; fill: none; }
      .redline { stroke: var(--red); stroke-width: 2; fill: none; }
      .greenline { stroke: var(--green); stroke-width: 2; fill: none; }
      .blueline { stroke: var(--blue); stroke-width: 2; fill: none; }
      .dot { fill: var(--ink); }
      .goldfill { fill: var(--gold); } .redfill { fill: var(--red); }
      .greenfill { fill: var(--green); } .bluefill { fill: var(--blue); }
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private final String name;
  private final String title;
  private final String description;

  Svg(String name, String title, String description) {
    this.name = name;
    this.title = title;
    this.description = description;
  }

  Svg text(String style, double x, double y, String anchor, String words) {
    return add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, escaped(words));
  }

  /** Words in lines, the first at {@code y}. */
  Svg lines(String style, double x, double y, String anchor, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text(style, x, y + i * Lettering.LEADING, anchor, lines.get(i));
    }
    return this;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return add("<path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>", style, x1, y1, x2, y2);
  }

  Svg path(String style, String path) {
    return add("<path class=\"%s\" d=\"%s\"/>", style, path);
  }

  Svg bar(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
        style, x, y, width, height);
  }

  Svg dot(String style, double x, double y) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>", style, x, y);
  }

  private Svg add(String element, Object... parts) {
    body.append(format(element, parts)).append('\n');
    return this;
  }

  /** With a point in its numbers, wherever it runs. */
  static String format(String pattern, Object... parts) {
    return String.format(Locale.ROOT, pattern, parts);
  }

  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  Plot plot(int width, int height) {
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="%s-title %s-desc">
        <title id="%s-title">%s</title>
        <desc id="%s-desc">%s</desc>
        %s</svg>
        """
            .formatted(
                width, height, name, name, name, escaped(title), name, escaped(description), body);
    return new Plot(name, svg);
  }

  /** The drawing as a file of its own, readable in light and in dark. */
  static String alone(Plot plot) {
    int end = plot.svg().indexOf(">\n") + 2;
    return plot.svg().substring(0, end) + STYLE + plot.svg().substring(end);
  }
}
