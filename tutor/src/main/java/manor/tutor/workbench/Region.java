package manor.tutor.workbench;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a region out of a chapter's file, and puts something else in its place. A region stands
 * between {@code // tag::NAME[]} and {@code // end::NAME[]}, like the book's snippets.
 */
public final class Region {
  static final String FROM = "// Yours from here.";
  static final String TO = "// To here.";

  private Region() {}

  /** Whether this line, counted from 1, stands where the student was to write. */
  public static boolean isYours(String source, long line) {
    boolean yours = false;
    for (String above : source.lines().limit(line).toList()) {
      yours = above.strip().equals(FROM) || yours && !above.strip().equals(TO);
    }
    return yours && line <= source.lines().count();
  }

  /** The chapter's file without any tag lines. */
  static String plain(String source) {
    return String.join("\n", withoutMarks(source.lines().toList())) + "\n";
  }

  /**
   * The file with {@code instead} in the region's place, between two lines that say whose it is.
   *
   * @throws BrokenExerciseException if the file has no such region
   */
  static String replaced(String source, String name, String instead) {
    List<String> lines = source.lines().toList();
    int start = find(lines, "// tag::" + name + "[]", 0);
    int end = find(lines, "// end::" + name + "[]", start + 1);
    String indent = lines.get(start).substring(0, lines.get(start).indexOf('/'));
    List<String> result = new ArrayList<>(withoutMarks(lines.subList(0, start)));
    result.add(indent + FROM);
    result.addAll(fitted(indent, instead.lines().toList()));
    result.add(indent + TO);
    result.addAll(withoutMarks(lines.subList(end + 1, lines.size())));
    if (instead.contains("Todo.")) {
      importTodo(result);
    }
    return String.join("\n", result) + "\n";
  }

  /** A stub names its task with {@code Todo}, which no chapter imports. */
  private static void importTodo(List<String> lines) {
    String todo = "import manor.exercises.Todo;";
    int at = 0;
    while (!lines.get(at).startsWith("package ")) {
      at++;
    }
    int place = at + 1;
    for (int i = at; i < lines.size(); i++) {
      boolean plain =
          lines.get(i).startsWith("import ") && !lines.get(i).startsWith("import static");
      if (plain && lines.get(i).compareTo(todo) < 0) {
        place = i + 1;
      } else if (plain && place == at + 1) {
        place = i;
        break;
      }
    }
    lines.add(place, todo);
  }

  /** What stands in the region. */
  static String cut(String source, String name) {
    List<String> lines = source.lines().toList();
    int start = find(lines, "// tag::" + name + "[]", 0);
    int end = find(lines, "// end::" + name + "[]", start + 1);
    return String.join("\n", withoutMarks(lines.subList(start + 1, end))) + "\n";
  }

  /** Stubs may be written flush left, or as they will stand. */
  private static List<String> fitted(String indent, List<String> lines) {
    boolean stands = lines.stream().allMatch(line -> line.isBlank() || line.startsWith(indent));
    return lines.stream().map(line -> line.isBlank() ? "" : stands ? line : indent + line).toList();
  }

  private static int find(List<String> lines, String mark, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(mark)) {
        return i;
      }
    }
    throw new BrokenExerciseException("there is no line '" + mark + "'");
  }

  private static List<String> withoutMarks(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.strip().matches("// (tag|end)::[\\w-]+\\[]"))
        .toList();
  }
}
