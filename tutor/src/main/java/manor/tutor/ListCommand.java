package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Progress.Mark;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code manor list}: all exercises, and how far you have come. */
@Command(
    name = "list",
    description = {"Lists the exercises, and how far you have come."},
    footer = {"", "Your progress is kept in exercises/work/progress.txt."})
final class ListCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException {
    Workbench bench = ExerciseNamed.open(main);
    for (Chapter chapter : Chapter.values()) {
      chapter(bench, chapter);
    }
    PrintWriter out = main.terminal().out();
    out.println();
    int all = bench.catalog().all().size();
    out.println(
        "  " + bench.passed() + " of " + all + " passed. You are at " + bench.current().id() + ".");
    out.println(
        bench.firstOpen().isEmpty()
            ? "  " + Welcome.AFTER
            : "  Go on with " + main.terminal().strong("./manor watch"));
    out.println();
    return 0;
  }

  private void chapter(Workbench bench, Chapter chapter) {
    Terminal terminal = main.terminal();
    var exercises = bench.catalog().ofChapter(chapter.ordinal() + 1);
    if (!exercises.isEmpty()) {
      terminal.out().println();
      terminal
          .out()
          .println(
              "  " + terminal.strong(chapter.module()) + "  " + terminal.faint(chapter.idea()));
      exercises.forEach(exercise -> line(bench, exercise));
    }
  }

  private void line(Workbench bench, Exercise exercise) {
    Terminal terminal = main.terminal();
    Mark mark = bench.progress().of(exercise);
    boolean here = bench.current().equals(exercise);
    String id = String.format("%-20s", exercise.id());
    terminal
        .out()
        .println(
            (here ? terminal.strong(" > ") : "   ")
                + sign(terminal, mark)
                + " "
                + (here ? terminal.strong(id) : id)
                + " "
                + String.format("%-44s", Paragraphs.cut(exercise.title(), 43))
                + terminal.faint(notes(exercise, mark)));
  }

  private static String notes(Exercise exercise, Mark mark) {
    return mark.gaveUp() ? exercise.points() + ", gave up" : VerdictPage.points(exercise.points());
  }

  static String sign(Terminal terminal, Mark mark) {
    if (mark.passed()) {
      return terminal.unicode() ? terminal.good("\u2713") : terminal.good("+");
    }
    return terminal.faint(terminal.unicode() ? "\u25cb" : "-");
  }
}
