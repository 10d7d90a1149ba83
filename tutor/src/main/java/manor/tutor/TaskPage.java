package manor.tutor;

import java.util.ArrayList;
import java.util.List;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Workbench;

/** What an exercise asks for, for a person to read. */
final class TaskPage {
  private TaskPage() {}

  static List<String> lines(Terminal terminal, Workbench bench, Exercise exercise, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(terminal.strong(exercise.title()));
    lines.add(
        terminal.faint(
            exercise.id()
                + ", chapter "
                + exercise.chapter()
                + ", "
                + exercise.kind().words()
                + ", "
                + VerdictPage.points(exercise.points())));
    lines.add("");
    lines.addAll(Paragraphs.fit(bench.catalog().task(exercise), width));
    lines.add("");
    lines.add("Your file:  " + terminal.strong(exercise.workName()));
    lines.add("The book:   " + exercise.book());
    lines.add("Try it:     ./manor check " + exercise.id() + "   or, at every save: ./manor watch");
    return lines;
  }
}
