package manor.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of code as the player shows it: with a few lines around it, up to the next free ones, for
 * there its method begins and ends. Each line has its number; where the method goes on beyond, the
 * line at the edge says so. Tags of snippets are left out.
 */
final class CodeWindow {
  private static final int LINES = 7;

  private final List<String> code;
  private final int line;
  private final List<Integer> block;

  private CodeWindow(List<String> code, int line) {
    this.code = code;
    this.line = line;
    this.block = block();
  }

  /** The lines around a line, which is counted from 1 and marked. */
  static String html(List<String> code, int line) {
    return new CodeWindow(code, line).html();
  }

  /**
   * The numbers of the lines that have no free line between them and the line; nor, further down,
   * the end of a class; nor, above, the comment on the method.
   */
  private List<Integer> block() {
    List<Integer> numbers = new ArrayList<>();
    int first = line;
    while (first > 1 && !at(first - 1).isBlank()) {
      first--;
    }
    while (first < line
        && (Snippet.isMark(at(first)) || at(first).strip().matches("/\\*.*|\\*.*"))) {
      first++;
    }
    int least = Math.max(0, indent(first));
    for (int i = first; i <= line || i <= code.size() && indent(i) >= least; i++) {
      if (i == line || !Snippet.isMark(at(i))) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  private String at(int number) {
    return code.get(number - 1);
  }

  private String html() {
    int from = Math.max(0, Math.min(block.indexOf(line) - LINES / 2, block.size() - LINES));
    int end = Math.min(block.size(), from + LINES);
    List<Integer> shown = block.subList(from, end);
    String[] painted = JavaPaint.html(String.join("\n", code)).split("\n", -1);
    int indent = shown.stream().mapToInt(this::indent).filter(i -> i >= 0).min().orElse(0);
    StringBuilder html = new StringBuilder();
    for (int i = from; i < end; i++) {
      int number = block.get(i);
      html.append("<span class=\"line").append(number == line ? " here" : "");
      html.append(i == from && from > 0 ? " goes-above" : "");
      html.append(i == end - 1 && end < block.size() ? " goes-below" : "");
      html.append("\" data-line=\"").append(number).append("\">");
      html.append(painted[number - 1].replaceFirst("^(<[^>]*>)? {0," + indent + "}", "$1"));
      html.append("\n</span>");
    }
    return html.toString();
  }

  /** By how many columns it is indented; a free line by none at all, which is -1. */
  private int indent(int number) {
    String text = at(number);
    return text.isBlank() ? -1 : text.length() - text.stripLeading().length();
  }
}
