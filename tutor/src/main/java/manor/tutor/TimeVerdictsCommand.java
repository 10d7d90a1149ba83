package manor.tutor;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Pupils;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code manor time-verdicts}: how long it takes from a save to the verdict on the screen. It
 * watches as {@code manor watch} does, in a folder of its own, and saves the stub, a wrong answer
 * and the solution in turn.
 */
@Command(
    name = "time-verdicts",
    hidden = true,
    sortOptions = false,
    description = "Measures how long it takes from a save to the verdict, warm.")
final class TimeVerdictsCommand extends ExerciseNamed implements Callable<Integer> {
  private static final int WARM_UP = 10;
  private static final long PATIENCE_SECONDS = 60;

  @Mixin private HelpOption help;

  @Option(
      names = "--saves",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many saves are timed. Default: ${DEFAULT-VALUE}")
  private int saves;

  @Option(names = "--each", description = "Print the milliseconds of each save, one a line.")
  private boolean each;

  private final SynchronousQueue<Long> shown = new SynchronousQueue<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("manor-saves");
    try {
      Workbench bench = Workbench.at(home);
      Exercise exercise = id == null ? bench.catalog().all().get(0) : named(bench, id, spec);
      bench.progress().goTo(exercise);
      report(exercise, times(bench, exercise, home));
      return 0;
    } finally {
      delete(home);
    }
  }

  private List<Double> times(Workbench bench, Exercise exercise, Path home)
      throws IOException, InterruptedException {
    List<String> texts = texts(bench.catalog(), exercise);
    List<Double> times = new ArrayList<>();
    try (PipedWriter keyboard = new PipedWriter();
        Grader grader = new Grader(bench.catalog(), new Pupils(Pupils.Keeping.WARM))) {
      WatchKeys keys = new WatchKeys(new PipedReader(keyboard), true);
      Watching watching = new Watching(bench, grader, new Eye(), main.terminal(), home);
      Thread student = new Thread(() -> watch(watching, keys), "watch");
      student.start();
      shown();
      for (int i = 0; i < WARM_UP + saves; i++) {
        // Whoever saves does not do so in step with whoever looks.
        TimeUnit.MILLISECONDS.sleep(20 + 7 * (i % 11));
        long start = System.nanoTime();
        Files.writeString(bench.sheets().file(exercise), texts.get(i % texts.size()) + "// " + i);
        double millis = (shown() - start) / 1e6;
        if (i >= WARM_UP) {
          times.add(millis);
        }
      }
      keyboard.write('q');
      keyboard.flush();
      student.join();
    }
    return times;
  }

  private static List<String> texts(Catalog catalog, Exercise exercise) {
    List<String> texts = new ArrayList<>(List.of(catalog.stub(exercise)));
    catalog.wrongAnswers(exercise).stream()
        .limit(1)
        .forEach(name -> texts.add(catalog.wrongAnswer(exercise, name)));
    texts.add(catalog.solution(exercise));
    return texts;
  }

  private long shown() throws InterruptedException {
    Long moment = shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (moment == null) {
      throw new Refusal("no verdict came within " + PATIENCE_SECONDS + " s");
    }
    return moment;
  }

  private static void watch(Watching watching, WatchKeys keys) {
    try {
      watching.run(keys);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void report(Exercise exercise, List<Double> times) {
    PrintWriter out = main.terminal().out();
    if (each) {
      times.forEach(millis -> out.printf("%.1f%n", millis));
      return;
    }
    Collections.sort(times);
    out.printf(
        "%s: %d saves, median %.0f ms, 95th percentile %.0f ms, longest %.0f ms%n",
        exercise.id(),
        times.size(),
        times.get(times.size() / 2),
        times.get((int) (times.size() * 0.95)),
        times.get(times.size() - 1));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Sees when a verdict is shown. */
  private final class Eye implements WatchView {
    @Override
    public int width() {
      return 78;
    }

    @Override
    public void show(WatchPage page) {
      try {
        shown.put(System.nanoTime());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void begin(WatchPage page) {
      // Nobody has saved yet.
    }

    @Override
    public void busy() {
      // Nobody is looking.
    }
  }
}
