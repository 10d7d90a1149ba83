package manor.tutor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the commands that speak of one exercise have in common: its name, or none for this one. */
abstract class ExerciseNamed {
  @ParentCommand Main main;
  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The exercise. Default: the one you are at.")
  String id;

  Workbench workbench() throws IOException {
    return open(main);
  }

  /** The workbench of this tree. Lines of the progress file that make no sense are told of. */
  static Workbench open(Main main) throws IOException {
    Workbench bench = Workbench.at(main.home());
    List<String> strange = bench.progress().strangeLines();
    if (!strange.isEmpty()) {
      String file = main.home().relativize(bench.progress().file()).toString();
      main.terminal()
          .err()
          .println(
              "Note: "
                  + file
                  + " has "
                  + (strange.size() == 1 ? "a line" : strange.size() + " lines")
                  + " that nobody understands, first: "
                  + Paragraphs.cut(strange.get(0), 40)
                  + "\nThe rest of it counts. What was not understood is kept; mend or delete it.");
    }
    return bench;
  }

  Exercise exercise(Workbench bench) {
    return id == null ? bench.current() : named(bench, id, spec);
  }

  static Exercise named(Workbench bench, String typed, CommandSpec spec) {
    return bench.catalog().find(typed).orElseThrow(() -> unknown(bench, typed, spec));
  }

  static ParameterException unknown(Workbench bench, String typed, CommandSpec spec) {
    Optional<Chapter> chapter = Chapter.named(typed);
    if (chapter.isPresent()) {
      String ids =
          bench.catalog().ofChapter(chapter.get().ordinal() + 1).stream()
              .map(Exercise::id)
              .collect(Collectors.joining(", "));
      return new ParameterException(
          spec.commandLine(), typed + " is a chapter; name one of its exercises: " + ids);
    }
    if (typed.matches("(?i)chapter.*|\\d+")) {
      return new ParameterException(
          spec.commandLine(),
          "there is no chapter '" + typed + "'; there are " + Chapter.allModules());
    }
    List<String> ids = bench.catalog().all().stream().map(Exercise::id).toList();
    Optional<String> meant = Nearest.to(typed, ids);
    String hint = meant.map(word -> "; did you mean " + word + "?").orElse("; see: ./manor list");
    return new ParameterException(spec.commandLine(), "there is no exercise " + typed + hint);
  }
}
