package manor.tutor;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import manor.simulator.LongRun;
import manor.simulator.RandomWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor simulate}: the server of chapter 4 in simulated worlds. */
@Command(
    name = "simulate",
    sortOptions = false,
    description = {
      "Runs the server of chapter 4 in worlds made up from seeds.",
      "Clients come, dawdle and leave, buffers are too small, system calls fail.",
      "Every byte answered is compared with what it should be. Needs no Linux."
    },
    footer = {
      "",
      "A seed makes the same world every time, on every machine.",
      "",
      "Examples:",
      "  ./manor simulate                     a thousand worlds",
      "  ./manor simulate --seed 7            one world: did all go well?",
      "  ./manor simulate --seed 7 --trace    and every system call in it"
    })
final class SimulateCommand implements Callable<Integer> {
  private static final long FIRST_SEED = 1;

  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "S", description = "The world of this seed only.")
  private Long seed;

  @Option(
      names = "--worlds",
      paramLabel = "N",
      description = "How many worlds, from seed 1 or from --seed on. Default: 1000, or 1")
  private Long worlds;

  @Option(names = "--trace", description = "Show every system call, as strace writes it.")
  private boolean trace;

  @Override
  public Integer call() {
    if (worlds != null && worlds < 1) {
      throw new ParameterException(spec.commandLine(), "--worlds must be 1 or more, not " + worlds);
    }
    if (trace && (seed == null || worlds != null)) {
      throw new ParameterException(
          spec.commandLine(), "--trace shows one world: choose it with --seed");
    }
    return seed != null && worlds == null ? one() : many();
  }

  private int one() {
    PrintWriter out = main.terminal().out();
    Consumer<String> listener = trace ? out::println : null;
    List<String> complaints = RandomWorld.run(seed, listener);
    if (complaints.isEmpty()) {
      out.println("seed " + seed + ": all is well");
    }
    return report(complaints);
  }

  private int many() {
    long first = seed == null ? FIRST_SEED : seed;
    LongRun run = LongRun.from(first, worlds == null ? 1000 : worlds);
    main.terminal().out().println(run.summary());
    int status = report(run.complaints());
    if (status != 0) {
      main.terminal().out().println("See one of them again: ./manor simulate --seed S --trace");
    }
    return status;
  }

  private int report(List<String> complaints) {
    complaints.forEach(main.terminal().out()::println);
    return complaints.isEmpty() ? 0 : 1;
  }
}
