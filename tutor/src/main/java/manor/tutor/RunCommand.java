package manor.tutor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

/** {@code manor run}: a chapter's idea, happening. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Shows a chapter's idea happening: real calls on this machine's kernel.",
      "Without a name every demonstration of the chapter is run that ends by itself;",
      "a wrong name lists them."
    },
    footer = {
      "",
      "Examples:",
      "  ./manor run chapter1       a few system calls, traced as they happen",
      "  ./manor run chapter2       one byte told by level, edge and oneshot",
      "  ./manor run chapter3       a request that comes in pieces",
      "  ./manor run chapter4       three guests at once, turn by turn",
      "  ./manor run chapter5 byte  the way of one byte through the runtime",
      "  ./manor run chapter5 echo --port 9000",
      "",
      "Whatever a server of chapter 5 does while it runs, the JDK's flight recorder can keep:",
      "  jcmd manor.tutor.Main JFR.start name=manor",
      "  jcmd manor.tutor.Main JFR.dump name=manor filename=manor.jfr",
      "  jfr print --events 'manor.*' manor.jfr"
    })
final class RunCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CHAPTER", description = "chapter1, chapter2, ...")
  private String chapterName;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "One of them only.")
  private String name;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where echo and hello listen (default: 8001); 0: the kernel chooses.")
  private Integer port;

  @Override
  public Integer call() throws Exception {
    List<Demonstration> shows = chosen(chapter());
    checkPort(shows);
    if (!LinuxKernel.isSupported()) {
      throw new Refusal("demonstrations need Linux on x86-64 or aarch64 (on Windows: WSL)");
    }
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, main.terminal().charset());
    for (Demonstration show : shows) {
      if (shows.size() > 1) {
        announce(show, out);
      }
      run(show, out);
    }
    return 0;
  }

  private void checkPort(List<Demonstration> shows) {
    if (port == null) {
      return;
    }
    if (shows.size() != 1 || !shows.get(0).isServer()) {
      throw wrong("--port is for chapter5 echo and chapter5 hello");
    }
    if (port < 0 || port > MAX_PORT) {
      throw wrong("--port must be between 0 and " + MAX_PORT + ", not " + port);
    }
  }

  private void announce(Demonstration show, PrintStream out) {
    Terminal terminal = main.terminal();
    String name = "./manor run " + show.chapter().shortName() + " " + show.title();
    out.println();
    out.println(terminal.strong(name) + terminal.faint("   " + show.idea()));
    out.println();
  }

  private void run(Demonstration show, PrintStream out) throws Exception {
    int where = port == null ? Demonstration.DEFAULT_PORT : port;
    try {
      if (show.isServer()) {
        show.run(LinuxKernel.open(), out, where);
      } else {
        show.run(LinuxKernel.open(), out);
      }
    } catch (ErrnoException refused) {
      boolean taken = refused.errno() == Errno.EADDRINUSE;
      throw new Refusal(taken ? inUse(show, where) : refused.getMessage());
    }
  }

  private static String inUse(Demonstration show, int port) {
    return show.isServer()
        ? "port "
            + port
            + " is in use: another program has it. Take another with --port, or --port 0"
        : "another program has every port that this needs";
  }

  private Chapter chapter() {
    return Chapter.named(chapterName)
        .orElseThrow(() -> wrong("there is no " + chapterName + "; there are " + chapters()));
  }

  private static String chapters() {
    return Demonstration.all()
        .map(show -> show.chapter().shortName())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<Demonstration> chosen(Chapter chapter) {
    List<Demonstration> all = Demonstration.of(chapter);
    if (name == null) {
      return all.stream().filter(show -> !show.isEndless()).toList();
    }
    List<Demonstration> named = all.stream().filter(show -> show.title().equals(name)).toList();
    if (named.isEmpty()) {
      String titles = all.stream().map(Demonstration::title).collect(Collectors.joining(", "));
      throw wrong(chapter.shortName() + " has no " + name + "; it has " + titles);
    }
    return named;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
