package manor.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import manor.benchmarks.subject.Roster;
import manor.syscall.LinuxKernel;

/** One call of {@code ./manor bench}: measures topics, shows and keeps what was found. */
final class Session {
  private final Path home;
  private final boolean quick;
  private final boolean record;
  private final PrintStream out;
  private final ProgressLine progress;

  Session(Path home, boolean quick, boolean record, PrintStream out, ProgressLine progress) {
    this.home = home;
    this.quick = quick;
    this.record = record;
    this.out = out;
    this.progress = progress;
  }

  /**
   * Measures one topic.
   *
   * @return 0, or 1 if a run had to be refused
   */
  int run(Topic topic) throws IOException {
    Machine machine = new Machine();
    Path folder = home.resolve("benchmarks/target/bench");
    Findings findings = new Findings();
    Roster roster = new Roster(folder, findings::leaveOut);
    Pace pace = quick ? Pace.QUICK : Pace.FULL;
    Workplace workplace = new Workplace(LinuxKernel.open(), roster, folder, home, pace, progress);
    var facts = machine.facts();
    experiment(topic).run(workplace, findings);
    progress.end();
    String command = "./manor bench " + topic.typed() + (quick ? " --quick" : "");
    Sheet sheet = findings.sheet(topic, command, machine.today(), facts, machine.versions());
    new SheetPrinter(out).print(sheet);
    keep(sheet);
    return sheet.failures().isEmpty() ? 0 : 1;
  }

  private static Experiment experiment(Topic topic) {
    return switch (topic) {
      case SERVER -> new ServerExperiment();
      case SYSCALLS -> new SyscallExperiment();
      case IDLE -> new IdleExperiment();
      case UPLOAD -> new UploadExperiment();
      case RUNTIME -> new EchoExperiment();
      case TUTOR -> new TutorExperiment();
    };
  }

  private void keep(Sheet sheet) throws IOException {
    if (sheet.measures().isEmpty()) {
      return;
    }
    Path results = Files.createDirectories(home.resolve("benchmarks/target/results"));
    Path json = results.resolve(sheet.topic().typed() + ".json");
    String text = SheetFile.write(sheet);
    Files.writeString(json, text);
    List<Plot> plots = new Gallery(SheetFile.read(text), PlotWidth.WIDE).plots();
    for (Plot plot : plots) {
      Files.writeString(results.resolve(plot.name() + ".svg"), Svg.alone(plot));
    }
    out.println("Kept in " + home.relativize(results) + ": " + names(json, plots));
    if (record) {
      new BookPages(home).record(sheet);
      out.println("Recorded for the book: draw it again with ./manor book");
    }
  }

  private static String names(Path json, List<Plot> plots) {
    StringBuilder names = new StringBuilder(json.getFileName().toString());
    plots.forEach(plot -> names.append(", ").append(plot.name()).append(".svg"));
    return names.toString();
  }
}
