package manor.tutor;

import java.util.List;
import manor.tutor.workbench.Exercise;

/** What stands around each page of a watch: the head, and the keys. */
final class WatchFrame {
  private static final List<String> KEYS =
      List.of(
          "h hint",
          "t task",
          "n next",
          "q quit",
          "l list",
          "b book",
          "r reset",
          "enter again",
          "s solution",
          "m more");
  private static final int BAR = 24;
  private static final int LEAST_BAR = 6;

  private final Terminal terminal;
  private final int width;

  WatchFrame(Terminal terminal, int width) {
    this.terminal = terminal;
    this.width = width;
  }

  /** Where the student is, and how far. */
  String top(Exercise exercise, int nth, int passed, int all) {
    String place = "exercise " + nth + " of " + all;
    String chapter = Chapter.values()[exercise.chapter() - 1].module();
    String left = "Socket Manor   " + place + "   " + chapter;
    String count = passed + " passed";
    int room = width - left.length() - count.length() - 4;
    int length = Math.min(BAR, room);
    if (length < LEAST_BAR) {
      return Paragraphs.cut(left, width);
    }
    return terminal.strong("Socket Manor")
        + left.substring("Socket Manor".length())
        + " ".repeat(Math.max(1, room - length + 1))
        + bar(passed, all, length)
        + " "
        + count;
  }

  private String bar(int passed, int all, int length) {
    int full = passed == 0 ? 0 : Math.max(1, passed * length / all); // the first one shows
    String filled = (terminal.unicode() ? "\u2588" : "#").repeat(full);
    String empty = (terminal.unicode() ? "\u2591" : ".").repeat(length - full);
    return "[" + terminal.good(filled) + terminal.faint(empty) + "]";
  }

  /** What the exercise is called, and what it asks for. */
  String title(Exercise exercise) {
    String right =
        exercise.id()
            + ", "
            + exercise.kind().words()
            + ", "
            + VerdictPage.points(exercise.points());
    int gap = width - exercise.title().length() - right.length();
    return terminal.strong(exercise.title())
        + (gap < 2 ? "" : " ".repeat(gap) + terminal.faint(right));
  }

  /** As many as fit: the first are the ones that a student cannot do without. */
  String keys() {
    StringBuilder line = new StringBuilder();
    int room = width;
    for (String key : KEYS) {
      room -= key.length() + 3;
      if (room >= -3) {
        int end = Math.max(1, key.indexOf(' '));
        line.append(terminal.strong(key.substring(0, end))).append(key.substring(end));
        line.append("   ");
      }
    }
    return line.toString().stripTrailing();
  }
}
