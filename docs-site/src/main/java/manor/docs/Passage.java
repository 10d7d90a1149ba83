package manor.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of what a run printed, so that a page can talk between two parts: {@code [from="One
 * request", to="The same", What was typed]}. It begins with the line that begins with the words of
 * {@code from}, and ends before the next one that begins with those of {@code to}; without either
 * it goes from the first line to the last.
 *
 * @param from how its first line begins, or null
 * @param to how the first line after it begins, or null
 * @param caption what stands above it
 */
record Passage(String from, String to, String caption) {
  private static final Pattern WORDS =
      Pattern.compile("(?:from=\"([^\"]+)\",? ?)?(?:to=\"([^\"]+)\",? ?)?(.*)");

  /** As it is written in a page. */
  static Passage of(String words) {
    Matcher parts = WORDS.matcher(words);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a passage is written [from=\"...\", to=\"...\", ...]");
    }
    return new Passage(parts.group(1), parts.group(2), parts.group(3));
  }

  /**
   * Cuts it out.
   *
   * @throws IllegalArgumentException when no line begins as it should
   */
  String cut(String printed) {
    List<String> lines = printed.lines().toList();
    int first = from == null ? 0 : find(lines, from, 0);
    int end = to == null ? lines.size() : find(lines, to, first + 1);
    return String.join("\n", lines.subList(first, end)).stripTrailing();
  }

  private static int find(List<String> lines, String start, int at) {
    for (int i = at; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the run prints no line that begins: " + start);
  }
}
