package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code manor next}: go on. */
@Command(
    name = "next",
    description = {
      "Goes to the next exercise that is open, or to one by name, and shows its task."
    })
final class NextCommand extends ExerciseNamed implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException {
    Workbench bench = workbench();
    Optional<Exercise> chosen =
        id != null
            ? Optional.of(exercise(bench))
            : bench.progress().now().isEmpty()
                ? bench.firstOpen()
                : bench.nextOpen(bench.current());
    PrintWriter out = main.terminal().out();
    if (chosen.isEmpty()) {
      out.println(
          bench.firstOpen().isEmpty()
              ? "All exercises are passed. " + Welcome.AFTER
              : "This is the last that is open.");
      return 0;
    }
    Exercise exercise = chosen.get();
    bench.sheets().ensure(exercise);
    bench.progress().goTo(exercise);
    out.println();
    TaskPage.lines(main.terminal(), bench, exercise, 78).forEach(out::println);
    out.println();
    return 0;
  }
}
