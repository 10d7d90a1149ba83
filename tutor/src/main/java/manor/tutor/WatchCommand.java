package manor.tutor;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.concurrent.Callable;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Pupils;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code manor watch}: a verdict at every save. */
@Command(
    name = "watch",
    description = {
      "Judges your file at every save, and shows one screen.",
      "It says where you are, what is not right yet, and the next step. It goes on",
      "to the next exercise when you say so."
    },
    footer = {
      "",
      "Keys: h hint, t task, n next, l list, b book, s solution (after passing),",
      "r reset (asks first), enter runs again, q quits.",
      "Without a terminal it prints lines, and reads keys as lines."
    })
final class WatchCommand extends ExerciseNamed implements Callable<Integer> {
  private static final String GO_ON = "Go on with ./manor watch";

  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workbench bench = workbench();
    if (id != null) {
      bench.progress().goTo(exercise(bench));
    }
    try (Pupils pupils = new Pupils(Pupils.Keeping.WARM)) {
      pupils.prepare();
      try (Grader grader = new Grader(bench.catalog(), pupils)) {
        watch(bench, grader);
      }
    }
    main.terminal().out().println(farewell(bench));
    return 0;
  }

  private void watch(Workbench bench, Grader grader) throws IOException, InterruptedException {
    Terminal terminal = main.terminal();
    if (!terminal.moving()) {
      InputStreamReader lines =
          new InputStreamReader(new FileInputStream(FileDescriptor.in), terminal.charset());
      LineView view = new LineView(terminal);
      new Watching(bench, grader, view, terminal, main.home()).run(new WatchKeys(lines, false));
      return;
    }
    try (ScreenView view = new ScreenView(terminal)) {
      WatchKeys keys = new WatchKeys(view.keys(), true);
      new Watching(bench, grader, view, terminal, main.home()).run(keys);
    }
  }

  private static String farewell(Workbench bench) {
    int all = bench.catalog().all().size();
    boolean done = bench.firstOpen().isEmpty();
    return bench.passed() + " of " + all + " passed. " + (done ? Welcome.AFTER : GO_ON);
  }
}
