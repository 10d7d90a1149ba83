package manor.tutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Proof;
import manor.tutor.grader.Pupils;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manor prove}: for those who write exercises. */
@Command(
    name = "prove",
    hidden = true,
    sortOptions = false,
    description = {
      "Shows that exercises are sound: the stub fails with words of its own, the",
      "solution passes, and every wrong answer fails as it is recorded."
    })
final class ProveCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private HelpOption help;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "One exercise only.")
  private String id;

  @Option(names = "--record", description = "Write down what the wrong answers say now.")
  private boolean record;

  @Option(names = "--solutions", description = "Judge the solutions, and nothing else.")
  private boolean solutions;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often the solution has to pass. Default: ${DEFAULT-VALUE}")
  private int times;

  @Override
  public Integer call() throws IOException {
    Catalog catalog = Catalog.ofThisProgram();
    int complaints = 0;
    try (Grader grader = new Grader(catalog, new Pupils(Pupils.Keeping.WARM))) {
      for (Exercise exercise : chosen(catalog)) {
        complaints += prove(catalog, grader, exercise);
      }
    }
    return complaints == 0 ? 0 : 1;
  }

  private List<Exercise> chosen(Catalog catalog) {
    return id == null
        ? catalog.all()
        : List.of(catalog.find(id).orElseThrow(() -> new Refusal("there is no exercise " + id)));
  }

  private int prove(Catalog catalog, Grader grader, Exercise exercise) throws IOException {
    Proof proof = new Proof(catalog, grader);
    Terminal terminal = main.terminal();
    if (record) {
      Path folder = main.home().resolve("exercises/src/main/exercises").resolve(exercise.id());
      proof.record(exercise, folder);
      terminal.out().println("recorded " + exercise.id() + "; prove it once more");
      return 0;
    }
    List<String> complaints =
        solutions ? proof.ofSolution(exercise) : proof.complaints(exercise, times);
    complaints.forEach(terminal.out()::println);
    terminal
        .out()
        .println(
            (complaints.isEmpty() ? terminal.passed() : terminal.failed()) + " " + exercise.id());
    return complaints.size();
  }
}
