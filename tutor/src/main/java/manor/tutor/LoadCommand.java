package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor load}: uploads to a server on this machine, and measures the answers. */
@Command(
    name = "load",
    sortOptions = false,
    description = {
      "Uploads to a server on this machine, and measures the answers.",
      "Each thread makes its uploads one after another, each on a new connection.",
      "The exit status is 0 only if every upload was answered with 2xx."
    },
    footer = {
      "",
      "Examples:",
      "  ./manor load                                  400 uploads of 9 MB",
      "  ./manor load --threads 1 --requests 1         just one",
      "  ./manor load localhost:9000/echo --bytes 100  small ones, elsewhere"
    })
final class LoadCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      defaultValue = "127.0.0.1:8000",
      description = "Where to upload, on this machine. Default: ${DEFAULT-VALUE}")
  private String url;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many upload at a time. Default: ${DEFAULT-VALUE}")
  private int threads;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "100",
      description = "Uploads each thread makes. Default: ${DEFAULT-VALUE}")
  private int requests;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      defaultValue = "9379840",
      description = "Size of an upload. Default: ${DEFAULT-VALUE}")
  private long bytes;

  @Option(names = "--file", paramLabel = "FILE", description = "Upload this file instead.")
  private Path file;

  @Option(names = "--keep-alive", description = "Keep a thread's connection for its next upload.")
  private boolean keepAlive;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long one upload may take. Default: ${DEFAULT-VALUE}")
  private int timeout;

  @Override
  public Integer call() throws IOException, InterruptedException {
    within("--threads", threads, 1, 1000);
    within("--requests", requests, 1, 10_000_000);
    within("--bytes", bytes, 0, 1L << 40);
    within("--timeout", timeout, 1, 3600);
    LoadTarget target = LoadTarget.parse(url);
    return run(new LoadPlan(target, body(), threads, requests, keepAlive, timeout));
  }

  private void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + " must be between " + least + " and " + most);
    }
  }

  private LoadBody body() throws IOException {
    if (file == null) {
      return LoadBody.ofLength(bytes);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refusal("cannot read the file " + file);
    }
    return LoadBody.ofFile(file);
  }

  private int run(LoadPlan plan) throws InterruptedException {
    LoadRun run = new LoadRun(plan);
    LoadPrinter printer = new LoadPrinter(main.terminal(), plan, run);
    AtomicBoolean summarised = new AtomicBoolean();
    Thread interrupted = new Thread(() -> summarise(printer, summarised));
    Runtime.getRuntime().addShutdownHook(interrupted);
    run.start();
    while (!run.awaitEnd(200)) {
      printer.progress();
    }
    if (run.nobodyListens()) {
      summarised.set(true);
      printer.clear();
      throw new Refusal(
          "nobody listens on "
              + plan.target().authority()
              + "; start ./manor serve in another terminal");
    }
    summarise(printer, summarised);
    return run.tally().failed() == 0 ? 0 : 1;
  }

  /** At the end, or when Ctrl-C comes before it; never twice. */
  private static void summarise(LoadPrinter printer, AtomicBoolean summarised) {
    if (summarised.compareAndSet(false, true)) {
      printer.clear();
      printer.summary();
    }
  }
}
