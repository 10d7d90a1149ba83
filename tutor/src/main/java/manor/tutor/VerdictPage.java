package manor.tutor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import manor.tutor.grader.Judgement;
import manor.tutor.grader.Verdict;
import manor.tutor.workbench.Exercise;

/** A verdict for a person to read: what failed, what was expected, where, and after which calls. */
final class VerdictPage {
  private static final int MOST_CALLS = 6;
  private static final int MOST_PRINTED = 6;

  /** Many a test tells the calls itself, under the same head. */
  private static final String CALLS_ARE_TOLD = "The last system calls:";

  /** Or without one. */
  private static final Pattern CALL = Pattern.compile("(?m)^ +\\w+\\(.*\\) = -?\\d");

  private final Terminal terminal;
  private final int width;

  VerdictPage(Terminal terminal, int width) {
    this.terminal = terminal;
    this.width = width;
  }

  /** All of it, in the order of importance: whoever has little room shows the beginning. */
  List<String> lines(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    boolean compiler = verdict.judgement() == Judgement.NOT_COMPILED;
    lines.addAll(
        compiler
            ? asItStands(verdict.message())
            : Paragraphs.fitInColumns(verdict.message(), width));
    setApart(CALLS_ARE_TOLD, lines);
    where(verdict, lines);
    if (!tellsCalls(verdict.message())) {
      block(CALLS_ARE_TOLD, verdict.calls(), MOST_CALLS, lines);
    }
    block("Your code printed:", verdict.printed().lines().toList(), MOST_PRINTED, lines);
    return lines;
  }

  /** What a test tells under a head looks like what is told under it here. */
  private void setApart(String head, List<String> lines) {
    int at = lines.indexOf(head);
    if (at >= 0) {
      lines.set(at, terminal.faint(head));
      if (at > 0 && !lines.get(at - 1).isBlank()) {
        lines.add(at, "");
      }
    }
  }

  private static boolean tellsCalls(String message) {
    return message.contains(CALLS_ARE_TOLD) || CALL.matcher(message).find();
  }

  /** The compiler's words are broken where they must be; a line of the source keeps its columns. */
  private List<String> asItStands(String message) {
    return message
        .lines()
        .flatMap(line -> Paragraphs.fitInColumns(line + "\n", width).stream())
        .toList();
  }

  private void where(Verdict verdict, List<String> lines) {
    if (verdict.judgement() == Judgement.TASK) {
      return;
    }
    if (!verdict.where().isEmpty()) {
      String place = verdict.exercise().workName().replaceFirst("[^/]*$", "");
      lines.add("");
      lines.add(terminal.faint("at  ") + place + verdict.where().get(0));
    }
    if (!verdict.quote().isEmpty()) {
      lines.add("    " + Paragraphs.cut(verdict.quote(), width - 4));
    }
    if (verdict.where().size() > 1) {
      lines.add(terminal.faint("by  ") + verdict.where().get(1));
    }
    if (!verdict.test().isEmpty()) {
      lines.add(verdict.where().isEmpty() ? "" : null);
      lines.removeIf(line -> line == null);
      lines.add(terminal.faint("in  ") + Paragraphs.cut(inWords(verdict), width - 4));
    }
  }

  /** The test's name, read aloud. */
  private static String inWords(Verdict verdict) {
    String test = verdict.shortTest();
    int hash = test.indexOf('#');
    return hash < 0
        ? test
        : Sentence.of(test.substring(hash + 1)) + " (" + test.substring(0, hash) + ")";
  }

  private void block(String title, List<String> all, int most, List<String> lines) {
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(terminal.faint(title));
    List<String> last = all.subList(Math.max(0, all.size() - most), all.size());
    last.forEach(line -> lines.add("  " + Paragraphs.cutMiddle(line, width - 2)));
  }

  /** The first line of all: how it stands. */
  String headline(Verdict verdict) {
    return headline(verdict, verdict.points());
  }

  /** The same where a course says what it is worth. */
  String headline(Verdict verdict, int points) {
    Exercise exercise = verdict.exercise();
    String words =
        verdict.isPassed()
            ? points(points) + ", " + verdict.passed() + " tests"
            : verdict.judgement().words();
    return sign(verdict.judgement()) + " " + terminal.strong(exercise.id()) + "  " + words;
  }

  static String points(int points) {
    return points == 1 ? "1 point" : points + " points";
  }

  String sign(Judgement judgement) {
    return switch (judgement) {
      case PASSED -> terminal.passed();
      case TASK, MISSING -> terminal.faint(terminal.unicode() ? "\u25cb" : "-");
      default -> terminal.failed();
    };
  }
}
