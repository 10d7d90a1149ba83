package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Progress.Mark;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code manor solution}: how the house does it. */
@Command(
    name = "solution",
    description = {"Shows how the house does it, once your answer has passed."})
final class SolutionCommand extends ExerciseNamed implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Option(names = "--give-up", description = "Show it before that. Your progress will say so.")
  private boolean giveUp;

  @Override
  public Integer call() throws IOException {
    Workbench bench = workbench();
    Exercise exercise = exercise(bench);
    Mark mark = bench.progress().of(exercise);
    if (!mark.passed() && !mark.gaveUp() && !giveUp) {
      throw new Refusal(
          exercise.id()
              + " has not passed yet. Another hint: ./manor hint "
              + exercise.id()
              + "\nTo see the solution all the same (it is written down): ./manor solution "
              + exercise.id()
              + " --give-up");
    }
    if (!mark.passed() && giveUp) {
      bench.progress().add(exercise, Mark.GAVE_UP);
    }
    PrintWriter out = main.terminal().out();
    if (exercise.isFragment()) {
      out.println(main.terminal().faint("// " + exercise.className() + ", as the house has it"));
    }
    out.print(bench.catalog().solutionShown(exercise));
    return 0;
  }
}
