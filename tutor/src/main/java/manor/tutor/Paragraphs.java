package manor.tutor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fits a text to a width. Lines that begin with a space are shown as they stand, if they fit;
 * others are paragraphs, and are broken between words.
 */
final class Paragraphs {
  /** A line of at least this many characters was broken by its author only to fit. */
  private static final int BROKEN = 56;

  private static final Pattern PAINT = Pattern.compile("\033\\[[0-9;]*m");

  private Paragraphs() {}

  /** Nothing gets lost: an indented line that is too long goes on below. */
  static List<String> fit(String text, int width) {
    return fit(text, width, line -> folded(line, width));
  }

  /** What stands in columns stays there: an indented line that is too long loses its end. */
  static List<String> fitInColumns(String text, int width) {
    return fit(text, width, line -> List.of(cut(line, width)));
  }

  private static List<String> fit(String text, int width, Function<String, List<String>> indented) {
    List<String> result = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    int last = 0;
    for (String line : text.lines().toList()) {
      boolean goesOn = paragraph.length() > 0 && last >= BROKEN && goesOn(paragraph, line);
      if (!goesOn) {
        flush(paragraph, width, result);
      }
      if (line.startsWith(" ") || line.isBlank()) {
        result.addAll(indented.apply(line.stripTrailing()));
        last = 0;
      } else {
        paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
        last = line.length();
      }
    }
    flush(paragraph, width, result);
    return result;
  }

  /**
   * A list's entry begins anew; and after the end of a sentence a name with a colon, and the head
   * of what stands below.
   */
  private static boolean goesOn(CharSequence paragraph, String line) {
    boolean ended = ".:!?\"".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
    return !line.isBlank()
        && !line.startsWith(" ")
        && !line.matches("[-*] .*")
        && !(ended && line.matches("\\w+:.*|[A-Z].{0,40}:"));
  }

  private static void flush(StringBuilder paragraph, int width, List<String> result) {
    String rest = paragraph.toString();
    paragraph.setLength(0);
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      result.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      result.add(rest);
    }
  }

  /** A line of code that is too long goes on below, further in. */
  static List<String> folded(String line, int width) {
    List<String> result = new ArrayList<>();
    String rest = line;
    while (rest.length() > width) {
      String spaces = rest.replaceFirst("\\S.*", "");
      String indent = spaces.substring(0, Math.min(spaces.length(), width / 2));
      int space = rest.lastIndexOf(' ', width);
      int end = space > indent.length() ? space : width;
      result.add(rest.substring(0, end));
      rest = (result.size() == 1 ? indent + "    " : indent) + rest.substring(end).strip();
    }
    result.add(rest);
    return result;
  }

  /** A line that is too long loses its end. */
  static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, Math.max(0, width - 3)) + "...";
  }

  /** The same of a line with colours in it; what paints does not count. */
  static String cutPainted(String line, int width) {
    if (columns(line) <= width) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int room = Math.max(0, width - 3);
    Matcher paint = PAINT.matcher(line);
    for (int at = 0; at < line.length() && room > 0; ) {
      boolean paints = paint.region(at, line.length()).lookingAt();
      int end = paints ? paint.end() : at + 1;
      kept.append(line, at, end);
      room -= paints ? 0 : 1;
      at = end;
    }
    return kept + (line.indexOf('\033') < 0 ? "..." : "\033[0m...");
  }

  /** How many columns a line takes; what paints takes none. */
  static int columns(String line) {
    return PAINT.matcher(line).replaceAll("").length();
  }

  /**
   * A system call that is too long loses something of its arguments, and keeps its answer; of a
   * long answer the name of the errno is kept, and what it means is left out.
   */
  static String cutMiddle(String line, int width) {
    int answer = line.lastIndexOf(" = ");
    if (line.length() <= width || answer < 0) {
      return cut(line, width);
    }
    String end = line.substring(answer);
    if (end.length() > width / 3) {
      end = end.replaceFirst(" \\(.*", "");
    }
    if (end.length() > width / 2) {
      return cut(line, width);
    }
    return cut(line.substring(0, answer).stripTrailing(), width - end.length()) + end;
  }
}
