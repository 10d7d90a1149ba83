package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code manor bench}: the book's numbers, measured again. What it takes is a program of its own,
 * which is built when it is first asked for, so that nobody else has to wait for it.
 */
@Command(
    name = "bench",
    sortOptions = false,
    description = {
      "Measures the book's numbers again, on this machine.",
      "",
      "  server     what a request costs: this house, C, Netty and others",
      "  syscalls   what crossing the border costs, and how often each server does",
      "  idle       what idle connections cost: epoll, poll and select",
      "  upload     what a long body costs",
      "  runtime    what the runtime of chapter 5 costs: an echo",
      "  tutor      how long you wait, from saving a file to the verdict",
      "",
      "Whatever this machine has not got is left out and named: a C compiler, nginx,",
      "strace. The exit status is 0 only if every answer of every run was sound.",
      "The first time it downloads about 10 MB: what it compares with."
    },
    footer = {
      "",
      "Tables are printed; JSON and plots are kept in benchmarks/target/results.",
      "One takes about 10 minutes, or two with --quick. Leave the machine alone",
      "meanwhile: the spread beside each number tells how much it was disturbed.",
      "",
      "Examples:",
      "  ./manor bench server --quick    a glance at the servers",
      "  ./manor bench                   everything, in about 40 minutes"
    })
final class BenchCommand implements Callable<Integer> {
  private static final List<String> TOPICS =
      List.of("server", "syscalls", "idle", "upload", "runtime", "tutor");

  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure. Default: all.")
  private List<String> topics = List.of();

  @Option(names = "--quick", description = "Only glance: fewer and shorter rounds.")
  private boolean quick;

  @Option(
      names = "--record",
      description = "Keep the numbers for the book's performance page, and draw its plots.")
  private boolean record;

  @Option(
      names = "--redraw",
      description = "Measure nothing; draw the book's plots again from its recorded numbers.")
  private boolean redraw;

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String topic : topics) {
      if (!TOPICS.contains(topic)) {
        throw new ParameterException(
            spec.commandLine(),
            "there is nothing to measure named '%s'; there are %s"
                .formatted(topic, String.join(", ", TOPICS)));
      }
    }
    if (record && quick) {
      throw new ParameterException(
          spec.commandLine(), "a glance is not for the book: --record without --quick");
    }
    build();
    return run();
  }

  // ---- the build ----

  private void build() throws IOException, InterruptedException {
    Path home = main.home();
    Path built = home.resolve("benchmarks/target/built");
    Path jar = jar();
    if (Files.exists(built) && Files.exists(jar) && !isOlderThanItsSources(built)) {
      return;
    }
    Files.deleteIfExists(jar);
    Path log = home.resolve("target/manor/bench.log");
    List<String> arguments =
        List.of(
            "-Dmaven.compiler.failOnWarning=false",
            "-Dmaven.test.skip=true",
            "-pl",
            "benchmarks",
            "-am",
            "package");
    if (new MavenRun(main.terminal(), home, log).run("Building the benchmarks...", arguments)
        != 0) {
      throw new Refusal(broken(log));
    }
    Files.writeString(built, "");
  }

  private Path jar() {
    return main.home().resolve("benchmarks/target/benchmarks.jar");
  }

  /** The script has just built the tutor if anything in a room has changed. */
  private boolean isOlderThanItsSources(Path built) throws IOException {
    FileTime time = Files.getLastModifiedTime(built);
    Path room = main.home().resolve("benchmarks");
    try (Stream<Path> own = Files.walk(room.resolve("src/main"))) {
      List<Path> sources = new ArrayList<>(own.toList());
      sources.add(room.resolve("pom.xml"));
      sources.add(main.home().resolve("tutor/target/tutor.jar"));
      for (Path source : sources) {
        if (Files.exists(source) && Files.getLastModifiedTime(source).compareTo(time) > 0) {
          return true;
        }
      }
      return false;
    }
  }

  private String broken(Path log) throws IOException {
    List<String> errors = BuildLog.errors(log, main.home());
    return "the benchmarks could not be built:%n  %s%nThe whole log: %s"
        .formatted(String.join(System.lineSeparator() + "  ", errors), log);
  }

  // ---- the run ----

  private int run() throws IOException, InterruptedException {
    main.terminal().flush();
    Process process = new ProcessBuilder(command()).inheritIO().start();
    Thread ending = new Thread(() -> end(process));
    Runtime.getRuntime().addShutdownHook(ending);
    int status = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(ending);
    return status;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dmanor.home=" + main.home(),
            "-Dmanor.terminal=" + main.terminal().moving(),
            "-cp",
            jar().toString(),
            "manor.benchmarks.BenchMain"));
    command.addAll(topics);
    Stream.of(quick ? "--quick" : "", record ? "--record" : "", redraw ? "--redraw" : "")
        .filter(word -> !word.isEmpty())
        .forEach(command::add);
    return command;
  }

  /** On Ctrl-C: what it started ends with it. */
  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
