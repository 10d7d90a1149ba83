package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor test}: a chapter's tests as a list of sentences. */
@Command(
    name = "test",
    description = {
      "Runs a chapter's tests and shows them as a list of sentences.",
      "The exit status is 0 only if tests ran and all of them passed."
    },
    footer = {
      "",
      "Examples:",
      "  ./manor test chapter2    one chapter",
      "  ./manor test             all of them",
      "",
      "What Maven said meanwhile is in target/manor/test.log."
    })
final class TestCommand implements Callable<Integer> {
  /** Trying something out must not fail on a warning. */
  private static final String LENIENT = "-Dmaven.compiler.failOnWarning=false";

  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "CHAPTER",
      description = "chapter1, or chapter1-syscall, or just 1. Default: all.")
  private String typed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Chapter> chapters = typed == null ? List.of(Chapter.values()) : List.of(chosen());
    for (Chapter chapter : chapters) {
      forget(reports(chapter));
    }
    Path log = main.home().resolve("target/manor/test.log");
    long start = System.nanoTime();
    int maven = new MavenRun(main.terminal(), main.home(), log).run(words(), arguments(chapters));
    double seconds = (System.nanoTime() - start) / 1e9;
    return show(chapters, maven, log, seconds);
  }

  private Chapter chosen() {
    return Chapter.named(typed)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no chapter '" + typed + "'; there are " + Chapter.allModules()));
  }

  private String words() {
    return "Testing " + (typed == null ? "all chapters" : chosen().module()) + "...";
  }

  /** The chapters below are built along, but only the tests of the chosen one are run. */
  private List<String> arguments(List<Chapter> chapters) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(LENIENT, "-Dmaven.test.failure.ignore=true"));
    if (chapters.size() == 1) {
      arguments.add("-Dsurefire.failIfNoSpecifiedTests=false");
      arguments.add("-Dtest=" + String.join(",", testsOf(chapters.get(0))));
    }
    arguments.add("-pl");
    arguments.add(chapters.stream().map(Chapter::module).collect(Collectors.joining(",")));
    arguments.addAll(List.of("-am", "test"));
    return arguments;
  }

  private List<String> testsOf(Chapter chapter) throws IOException {
    Path root = main.home().resolve(chapter.module()).resolve("src/test/java");
    if (!Files.isDirectory(root)) {
      return List.of("NoTestYet");
    }
    try (Stream<Path> files = Files.walk(root)) {
      List<String> names =
          files
              .map(file -> root.relativize(file).toString())
              .filter(name -> name.matches("(.*/)?(Test[^/]*|[^/]*(Test|Tests|TestCase))\\.java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .sorted()
              .toList();
      return names.isEmpty() ? List.of("NoTestYet") : names;
    }
  }

  private Path reports(Chapter chapter) {
    return main.home().resolve(chapter.module()).resolve("target/surefire-reports");
  }

  private static void forget(Path reports) throws IOException {
    if (Files.isDirectory(reports)) {
      try (Stream<Path> files = Files.list(reports)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private int show(List<Chapter> chapters, int maven, Path log, double seconds) throws IOException {
    Terminal terminal = main.terminal();
    ReportPrinter printer = new ReportPrinter(terminal);
    List<TestOutcome> outcomes = new ArrayList<>();
    for (Chapter chapter : chapters) {
      List<TestOutcome> own = ReportReader.read(reports(chapter));
      if (!own.isEmpty()) {
        terminal.out().println(terminal.strong(chapter.module()) + ": " + chapter.idea());
        printer.print(own);
      }
      outcomes.addAll(own);
    }
    if (maven != 0) {
      throw new Refusal(broken(log));
    }
    if (outcomes.isEmpty()) {
      throw new Refusal("no test ran; Maven's words are in " + log);
    }
    printer.printTotals(outcomes, seconds);
    return ReportPrinter.count(outcomes, TestOutcome.Ending.FAILED) == 0 ? 0 : 1;
  }

  private String broken(Path log) throws IOException {
    String errors =
        BuildLog.errors(log, main.home()).stream()
            .map(line -> "  " + line + System.lineSeparator())
            .collect(Collectors.joining());
    return "the build failed:%n%sThe whole log: %s".formatted(errors, log);
  }
}
