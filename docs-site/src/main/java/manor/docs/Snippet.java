package manor.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a source file, cut out by a tag: what stands between {@code // tag::name[]} and {@code
 * // end::name[]}, moved to the left, without the tags of other snippets inside and the second of
 * two free lines that they leave. A snippet inside may be left out, to be shown by itself: {@code
 * // ...} then stands in its place.
 *
 * @param first the line it begins on, counted from 1
 * @param last the line it ends on
 * @param text without a line end at its end
 */
record Snippet(int first, int last, String text) {
  /**
   * Cuts a snippet out.
   *
   * @param without the tags inside whose lines are left out
   * @throws IllegalArgumentException when a tag is not there, stands twice, or has no end or no
   *     lines, or when one to be left out is not inside
   */
  static Snippet cut(List<String> lines, String tag, List<String> without) {
    int start = find(lines, "tag::" + tag + "[]", 0);
    int end = find(lines, "end::" + tag + "[]", start + 1);
    requireOnce(lines, "tag::" + tag + "[]", start);
    requireOnce(lines, "end::" + tag + "[]", end);
    int first = start + 1;
    int last = end - 1;
    while (first < last && isEmpty(lines.get(first))) {
      first++;
    }
    while (first <= last && isEmpty(lines.get(last))) {
      last--;
    }
    List<String> inside = lines.subList(start + 1, end);
    for (String left : without) {
      inside = withHole(inside, tag, left);
    }
    String text = joined(inside);
    if (text.isBlank()) {
      throw new IllegalArgumentException("tag '" + tag + "' holds no lines");
    }
    return new Snippet(first + 1, last + 1, text);
  }

  private static List<String> withHole(List<String> lines, String tag, String left) {
    int start = index(lines, "tag::" + left + "[]", 0);
    int end = index(lines, "end::" + left + "[]", start + 1);
    if (start < 0 || end < 0) {
      throw new IllegalArgumentException("tag '" + left + "' is not inside tag '" + tag + "'");
    }
    List<String> kept = new ArrayList<>(lines.subList(0, start));
    kept.add(" ".repeat(indentOf(lines.get(start))) + "// ...");
    kept.addAll(lines.subList(end + 1, lines.size()));
    return kept;
  }

  private static int find(List<String> lines, String mark, int from) {
    int found = index(lines, mark, from);
    if (found < 0) {
      throw new IllegalArgumentException("there is no line '// " + mark + "'");
    }
    return found;
  }

  /** Where the mark is, or -1. */
  private static int index(List<String> lines, String mark, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("// " + mark)) {
        return i;
      }
    }
    return -1;
  }

  private static void requireOnce(List<String> lines, String mark, int at) {
    for (int i = 0; i < lines.size(); i++) {
      if (i != at && lines.get(i).strip().equals("// " + mark)) {
        throw new IllegalArgumentException(
            "'// "
                + mark
                + "' stands twice, on lines "
                + (Math.min(i, at) + 1)
                + " and "
                + (Math.max(i, at) + 1));
      }
    }
  }

  private static String joined(List<String> lines) {
    List<String> shown = new ArrayList<>();
    int indent = Integer.MAX_VALUE;
    for (String line : lines) {
      if (!isMark(line)) {
        if (line.matches(".*//\\s*(tag|end)::.*")) {
          throw new IllegalArgumentException("no mark of a tag, and no code: " + line.strip());
        }
        if (!line.isBlank() || !shown.isEmpty() && !shown.get(shown.size() - 1).isBlank()) {
          shown.add(line);
        }
        indent = line.isBlank() ? indent : Math.min(indent, indentOf(line));
      }
    }
    int cut = indent;
    return String.join(
            "\n", shown.stream().map(line -> line.substring(Math.min(cut, line.length()))).toList())
        .stripTrailing();
  }

  private static boolean isEmpty(String line) {
    return line.isBlank() || isMark(line);
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }

  static boolean isMark(String line) {
    return line.strip().matches("// (tag|end)::[\\w-]+\\[]");
  }

  /** As a reader says it: {@code line 7}, {@code lines 7 to 12}. */
  String range() {
    return first == last ? "line " + first : "lines " + first + " to " + last;
  }
}
