package manor.tutor;

import java.io.PrintWriter;
import java.nio.file.Path;
import manor.tutor.grader.Verdict;
import manor.tutor.grades.Grade;
import manor.tutor.grades.GraderSources;
import manor.tutor.grades.Grades;

/** Prints what {@code manor check} has found. */
final class CheckPrinter {
  private static final int WIDTH = 78;
  private static final int MOST_FILES = 4;

  private final Terminal terminal;
  private final PrintWriter out;

  CheckPrinter(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  /** A verdict: in one line, or with all there is to say. */
  void show(Grade grade, boolean fully) {
    Verdict verdict = grade.verdict();
    VerdictPage page = new VerdictPage(terminal, WIDTH);
    out.println(page.headline(verdict, grade.points()));
    if (fully && !verdict.isPassed()) {
      out.println();
      page.lines(verdict).forEach(line -> out.println(line.isEmpty() ? "" : "  " + line));
      out.println();
      out.println("  Your file: " + terminal.strong(verdict.exercise().workName()));
      out.println("  A hint:    ./manor hint " + verdict.exercise().id());
    } else if (fully) {
      out.println();
      out.println("  The house: ./manor solution " + verdict.exercise().id());
      out.println("  Go on:     ./manor next");
    }
    out.flush();
  }

  void summarise(Grades grades, boolean one) {
    if (!one) {
      out.println();
      out.println(grades.points() + " of " + grades.of() + " points");
    }
  }

  /** A student of a course, in one line. */
  void line(Grades grades) {
    VerdictPage page = new VerdictPage(terminal, WIDTH);
    StringBuilder signs = new StringBuilder();
    for (Grade grade : grades.grades()) {
      signs.append(' ').append(page.sign(grade.verdict().judgement()));
    }
    String points = String.format("%4d of %d ", grades.points(), grades.of());
    out.println(String.format("%-24s", grades.name()) + points + signs);
    out.flush();
  }

  /** The end of a course. */
  void end(int submissions, Path written) {
    out.println();
    out.println(
        submissions
            + (submissions == 1 ? " submission" : " submissions")
            + (written == null ? "" : ", written to " + written));
  }

  /** Says so if the tree that judges is not as it was given out. */
  void warn(GraderSources.Seal found) {
    if (!found.changed().isEmpty()) {
      out.println();
      out.println(
          terminal.bad("Judged by changed sources")
              + ": what judges here is not as it was committed.");
      found.changed().stream().limit(MOST_FILES).forEach(file -> out.println("  " + file));
      int more = found.changed().size() - MOST_FILES;
      out.println((more > 0 ? "  and " + more + " more. " : "  ") + "git diff shows how.");
    }
    if (Boolean.FALSE.equals(found.asCourse())) {
      out.println(
          terminal.bad("Judged by other sources than the course's")
              + ": this verdict says nothing about the course.");
    }
    out.flush();
  }
}
