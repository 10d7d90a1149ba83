package manor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import manor.benchmarks.border.BorderRun;
import manor.benchmarks.border.BorderRun.Style;
import manor.benchmarks.subject.CompilerOfC;
import manor.benchmarks.subject.Programs;
import manor.benchmarks.subject.Subject;

/** What one call costs in each style, and how many calls each server makes for a request. */
final class SyscallExperiment implements Experiment {
  static final String NOTHING = "nothing";
  static final String WRITE = "write";

  @Override
  public void run(Workplace workplace, Findings findings) throws IOException {
    List<Subject> servers =
        Programs.find("strace").isPresent() ? workplace.roster().http() : List.of();
    if (servers.isEmpty()) {
      findings.leaveOut("System calls a request: strace is not installed here.");
    }
    if (BorderRun.lacksForeign()) {
      findings.leaveOut(
          "java.lang.foreign: this is Java %d, and it came with 22."
              .formatted(Runtime.version().feature()));
    }
    int calls = 2 * BorderRun.styles().size();
    workplace.progress().begin("syscalls", 1 + calls + servers.size());
    measureC(workplace, findings);
    for (Style style : BorderRun.styles()) {
      findings.name(style.name(), style.label());
    }
    measureBorder(workplace, findings);
    for (Subject server : servers) {
      workplace.progress().step("counting: " + server.label());
      new CallCount(workplace, findings).count(server);
    }
  }

  private static void measureBorder(Workplace workplace, Findings findings) throws IOException {
    BorderRun run = new BorderRun(workplace.pace().quick());
    for (String function : List.of(NOTHING, WRITE)) {
      for (Style style : BorderRun.styles()) {
        workplace.progress().step(function + ", " + style.label());
        if (BorderRun.has(function, style)) {
          for (double nanos : run.nanos(function, style)) {
            findings.add(function, style.name(), Metric.NANOS, nanos);
          }
        }
      }
    }
  }

  private static void measureC(Workplace workplace, Findings findings) throws IOException {
    workplace.progress().step("C");
    Path folder = workplace.folder();
    Optional<Path> program = new CompilerOfC(folder, findings::leaveOut).compile("border");
    if (program.isEmpty()) {
      return;
    }
    findings.name("c-border", "C");
    List<String> command = new ArrayList<>(List.of(program.get().toString()));
    command.add(String.valueOf(workplace.pace().quick() ? 3 : 9));
    for (String line : Programs.lines(command)) {
      String[] nanos = line.split(" ");
      findings.add(NOTHING, "c-border", Metric.NANOS, Double.parseDouble(nanos[0]));
      findings.add(WRITE, "c-border", Metric.NANOS, Double.parseDouble(nanos[1]));
    }
  }
}
