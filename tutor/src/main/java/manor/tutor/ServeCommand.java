package manor.tutor;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import manor.epoll.Clock;
import manor.http.Handler;
import manor.http.Limits;
import manor.http.Timeouts;
import manor.server.ManorHandler;
import manor.server.Report;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.LinuxKernel;
import manor.syscall.SockAddr;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code manor serve}: the epoll server of chapter 4. */
@Command(
    name = "serve",
    sortOptions = false,
    description = {
      "Runs the epoll server of chapter 4 until Ctrl-C or SIGTERM.",
      "/echo answers with what it was sent, /book/ is the book, and everything else",
      "gets one sentence. Answers in flight are finished before it ends."
    },
    footer = {
      "",
      "Durations are numbers with a unit: 500ms, 10s, 2m.",
      "",
      "Examples:",
      "  ./manor serve                      on http://127.0.0.1:8000",
      "  ./manor serve --port 0 --quiet     on any free port, without the report",
      "  ./manor serve --threads 2          two reactors on one port"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65535;
  private static final int MAX_THREADS = 256;

  @ParentCommand private Main main;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many reactors serve. Default: ${DEFAULT-VALUE}")
  private int threads;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      defaultValue = "268435456",
      description = "Longest body that is taken, 413 beyond. Default: ${DEFAULT-VALUE}")
  private long maxBody;

  @Option(
      names = "--head-timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "For a request's head to come, 408 beyond. Default: ${DEFAULT-VALUE}")
  private Duration headTimeout;

  @Option(
      names = "--idle-timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description = "Between requests, before a connection is closed. Default: ${DEFAULT-VALUE}")
  private Duration idleTimeout;

  @Option(names = "--quiet", description = "Do not report what happens.")
  private boolean quiet;

  @Override
  public Integer call() throws ErrnoException {
    within("--port", port, 0, MAX_PORT);
    within("--threads", threads, 1, MAX_THREADS);
    within("--max-body", maxBody, 0, Long.MAX_VALUE);
    if (!LinuxKernel.isSupported()) {
      throw new Refusal("the server needs Linux on x86-64 or aarch64 (on Windows: WSL)");
    }
    PrintStream out = standardOutput();
    if (quiet) {
      return serve(ServerObserver.NONE, out);
    }
    try (Report report = new Report(out)) {
      return serve(report, out);
    }
  }

  private int serve(ServerObserver observer, PrintStream out) throws ErrnoException {
    LinuxKernel kernel = LinuxKernel.open();
    Path book = main.home().resolve("docs-site/target/book");
    Path work = main.home().resolve("exercises/work");
    Handler handler = new ProgressHandler(new ManorHandler(kernel, book), work);
    Server server = open(kernel, handler, observer);
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, finished), "stop"));
    out.println("listening on http://" + SockAddr.format(server.address()));
    out.flush();
    server.run();
    finished.countDown();
    return 0;
  }

  private Server open(LinuxKernel kernel, Handler handler, ServerObserver observer)
      throws ErrnoException {
    ServerOptions options = options();
    try {
      return Server.open(kernel, Clock.system(), options, handler, observer);
    } catch (ErrnoException refused) {
      throw new Refusal(explain(refused, SockAddr.format(options.address())));
    }
  }

  private static String explain(ErrnoException refused, String address) {
    return switch (refused.errno()) {
      case Errno.EADDRINUSE ->
          address + " is in use by another program; choose another port: --port 8001";
      case Errno.EACCES -> address + " is not allowed; ports below 1024 belong to the system";
      case Errno.EADDRNOTAVAIL -> address + " is not an address of this machine";
      default -> "cannot listen on " + address + ": " + refused.getMessage();
    };
  }

  private ServerOptions options() {
    return ServerOptions.DEFAULT
        .withAddress(new InetSocketAddress(address(), port))
        .withThreads(threads)
        .withLimits(Limits.DEFAULT.withBody(maxBody))
        .withTimeouts(Timeouts.DEFAULT.withHead(headTimeout).withIdle(idleTimeout));
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new Refusal("no address is known for --host " + host);
    }
  }

  /** On SIGTERM and Ctrl-C: the JVM ends when this returns. */
  private static void stop(Server server, CountDownLatch finished) {
    server.stop();
    try {
      finished.await(ServerOptions.DEFAULT.grace().toMillis() + 500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      String range = most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
      String message = option + " must be " + range + ", not " + value;
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private static PrintStream standardOutput() {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 13), false);
  }
}
