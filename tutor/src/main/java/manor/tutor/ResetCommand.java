package manor.tutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code manor reset}: begin an exercise anew. */
@Command(
    name = "reset",
    description = {
      "Puts an exercise's file back to its beginning.",
      "What you had written is kept beside it, under a name that ends in .kept-1,",
      ".kept-2 and so on."
    })
final class ResetCommand extends ExerciseNamed implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException {
    Workbench bench = workbench();
    Exercise exercise = exercise(bench);
    Path kept = bench.sheets().reset(exercise);
    main.terminal().out().println(exercise.workName() + " is as it was at first.");
    main.terminal().out().println("What you had written is kept: " + main.home().relativize(kept));
    main.terminal().out().println("The task: ./manor next " + exercise.id());
    return 0;
  }
}
