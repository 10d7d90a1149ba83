package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Progress.Mark;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code manor hint}: one hint more. */
@Command(
    name = "hint",
    description = {
      "Shows the hints of an exercise that you have seen, and one more.",
      "They go from the idea to nearly the code."
    })
final class HintCommand extends ExerciseNamed implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException {
    Workbench bench = workbench();
    Exercise exercise = exercise(bench);
    List<String> hints = bench.catalog().hints(exercise);
    int shown = Math.min(hints.size(), bench.progress().of(exercise).hints() + 1);
    bench.progress().add(exercise, Mark.hints(shown));
    PrintWriter out = main.terminal().out();
    for (int i = 0; i < shown; i++) {
      out.println();
      out.println(main.terminal().strong("Hint " + (i + 1) + " of " + hints.size()));
      Paragraphs.fit(hints.get(i), 78).forEach(out::println);
    }
    out.println();
    out.println(
        shown < hints.size()
            ? "The next hint: ./manor hint " + exercise.id()
            : "That was the last hint. Your file: " + exercise.workName());
    return 0;
  }
}
