package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.doctor.Diagnosis;
import manor.explorer.Bounds;
import manor.explorer.Expedition;
import manor.explorer.Explorer;
import manor.explorer.Finding;
import manor.explorer.Scenarios;
import manor.explorer.SourceCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor explore}: does it go well in every order? */
@Command(
    name = "explore",
    sortOptions = false,
    description = {
      "Plays a program of chapter 5 in every order of threads and events.",
      "It runs on a simulated kernel, again and again: first with nobody interrupted,",
      "then with one interruption at every place, then two, then at random. The first",
      "order that fails is shown step by step. Needs no Linux."
    },
    footer = {
      "",
      "A program of your own is a public class that implements",
      "manor.explorer.stage.Scenario. Without a name, those of the house are played.",
      "",
      "Examples:",
      "  ./manor explore                              all of the house's",
      "  ./manor explore ring                         one of them",
      "  ./manor explore Mine.java                    one of yours",
      "  ./manor explore Mine.java --replay 0.17\\>1   an order that failed, again"
    })
final class ExploreCommand implements Callable<Integer> {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME|FILE.java",
      description = "Which program.")
  private String program;

  @Option(names = "--seed", paramLabel = "S", description = "The first of the random orders.")
  private long seed = Bounds.USUAL.seed();

  @Option(names = "--worlds", paramLabel = "N", description = "How many random orders.")
  private long worlds = Bounds.USUAL.worlds();

  @Option(names = "--replay", paramLabel = "SCHEDULE", description = "Play this order only.")
  private String schedule;

  @Override
  public Integer call() {
    if (worlds < 0) {
      throw wrong("--worlds must be 0 or more, not " + worlds);
    }
    if (program == null && schedule != null) {
      throw wrong("--replay plays one program: say which");
    }
    if (program != null) {
      return play(program);
    }
    int status = 0;
    for (Scenarios scenario : Scenarios.values()) {
      status = Math.max(status, play(scenario.title()));
    }
    return status;
  }

  private int play(String name) {
    Explorer explorer = explorer(name);
    if (schedule != null) {
      return replay(name, explorer);
    }
    Expedition expedition = explorer.explore(Bounds.USUAL.seed(seed).worlds(worlds));
    String orders = name + ": " + expedition.runs() + " orders";
    if (expedition.isClean()) {
      main.terminal().out().println(orders + ", all went well");
      return 0;
    }
    main.terminal().out().println(orders + ", and this one " + main.terminal().bad("fails"));
    return show(name, expedition.finding());
  }

  private int replay(String name, Explorer explorer) {
    try {
      Finding finding = explorer.replay(schedule);
      if (finding != null) {
        return show(name, finding);
      }
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(wrong.getMessage());
    }
    main.terminal().out().println(name + ": this order went well");
    return 0;
  }

  private int show(String name, Finding finding) {
    PrintWriter out = main.terminal().out();
    out.println();
    finding.steps().forEach(out::println);
    out.println();
    out.println(main.terminal().bad(finding.problem()));
    for (Diagnosis diagnosis : finding.diagnoses()) {
      out.println(main.terminal().strong(diagnosis.ailment().title()));
      out.println(Paragraph.of(diagnosis.words()));
      out.println(main.terminal().faint(Paragraph.of(diagnosis.ailment().remedy())));
    }
    out.println("See it again: ./manor explore " + name + " --replay '" + finding.schedule() + "'");
    return 1;
  }

  private Explorer explorer(String name) {
    if (name.endsWith(".java")) {
      return ofFile(Path.of(name));
    }
    for (Scenarios scenario : Scenarios.values()) {
      if (scenario.title().equals(name)) {
        return new Explorer(scenario.type(), Map.of());
      }
    }
    throw wrong(
        "there is no "
            + name
            + "; there are "
            + String.join(", ", Scenarios.titles())
            + ", and any FILE.java");
  }

  private Explorer ofFile(Path file) {
    String source = read(file);
    String simple = file.getFileName().toString().replaceFirst("\\.java$", "");
    Matcher matcher = PACKAGE.matcher(source);
    String type = matcher.find() ? matcher.group(1) + "." + simple : simple;
    try {
      return new Explorer(type, SourceCompiler.compile(type, source));
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(file + " cannot be played:" + System.lineSeparator() + wrong.getMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new Refusal("there is no file " + file + " that can be read as text");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
