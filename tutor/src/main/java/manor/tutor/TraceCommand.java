package manor.tutor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import manor.docs.player.Recorder;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.LinuxKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor trace}: a run of one's own, recorded for the player. */
@Command(
    name = "trace",
    sortOptions = false,
    description = {
      "Records a run, step by step, and writes a page that plays it.",
      "What can be recorded is what ./manor run shows, and the server of chapter 4;",
      "a wrong name lists them. What runs till Ctrl-C is written down then."
    },
    footer = {
      "",
      "Examples:",
      "  ./manor trace chapter5 byte              the way of one byte",
      "  ./manor trace chapter2 three-ways        level, edge and oneshot",
      "  ./manor trace chapter5 hello             an HTTP hello on port 8001; try curl",
      "  ./manor trace serve --port 8002          the server of chapter 4",
      "  ./manor trace chapter5 byte --out run.jsonl   lines, for the player in the book"
    })
final class TraceCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "WHAT", description = "chapter1, chapter2, ..., or serve.")
  private String what;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Which of its runs.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to: a page (.html) or lines (.jsonl). Default: target/trace-NAME.html")
  private Path file;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "For serve: the port. Default: ${DEFAULT-VALUE}")
  private int port;

  @Override
  public Integer call() throws Exception {
    Tracing tracing = what.equals("serve") ? TracedServer.tracing(port, main.home()) : chosen();
    if (!LinuxKernel.isSupported()) {
      throw new Refusal("recording needs Linux on x86-64 or aarch64 (on Windows: WSL)");
    }
    TraceFile trace = new TraceFile(file == null ? usualFile(tracing) : file);
    Recorder recorder = new Recorder(trace::add);
    recorder.title(tracing.idea());
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    try {
      tracing.run().run(recorder, LinuxKernel.open(), recorder.out(out));
    } catch (ErrnoException refused) {
      boolean taken = refused.errno() == Errno.EADDRINUSE;
      throw new Refusal(refused.getMessage() + (taken ? ": another program has that port" : ""));
    }
    String title =
        tracing.idea().substring(0, 1).toUpperCase(Locale.ROOT) + tracing.idea().substring(1);
    String typed = "./manor trace " + what + (name == null ? "" : " " + name);
    main.terminal().out().println(trace.write(main.home(), title, typed));
    TracedServer.written();
    return 0;
  }

  private Path usualFile(Tracing tracing) throws IOException {
    Path folder = Files.createDirectories(main.home().resolve("target"));
    return folder.resolve("trace-" + tracing.title() + ".html");
  }

  private Tracing chosen() {
    Chapter chapter =
        Chapter.named(what)
            .orElseThrow(() -> wrong("there is no " + what + "; there are " + chapters()));
    List<Tracing> all = Tracing.of(chapter).toList();
    String titles = all.stream().map(Tracing::title).collect(Collectors.joining(", "));
    if (name == null) {
      throw wrong("which run of " + chapter.shortName() + "? It has " + titles);
    }
    return all.stream()
        .filter(tracing -> tracing.title().equals(name))
        .findFirst()
        .orElseThrow(() -> wrong(chapter.shortName() + " has no " + name + "; it has " + titles));
  }

  private static String chapters() {
    return Tracing.all()
        .map(tracing -> tracing.chapter().shortName())
        .distinct()
        .collect(Collectors.joining(", ", "", ", and serve"));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
