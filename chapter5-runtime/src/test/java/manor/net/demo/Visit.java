package manor.net.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.io.SignalKind;
import manor.runtime.RuntimeOptions;

/** A demonstration that runs on a thread of its own; the test reads its screen and signals it. */
final class Visit implements AutoCloseable {
  /** What a demonstration is, but for its kernel. */
  interface Show {
    void run(RuntimeOptions options, PrintStream out) throws Exception;
  }

  private static final Pattern PORT = Pattern.compile(":(\\d+)");

  private final Map<SignalKind, Runnable> signals = new EnumMap<>(SignalKind.class);
  private final LinkedBlockingQueue<String> screen = new LinkedBlockingQueue<>();
  private final FutureTask<Void> run;

  Visit(Show show) {
    RuntimeOptions options = RuntimeOptions.standard().with(this::listen);
    run =
        new FutureTask<>(
            () -> {
              show.run(options, new PrintStream(new Lines(), true));
              return null;
            });
    new Thread(run, "show").start();
  }

  private AutoCloseable listen(SignalKind kind, Runnable arrived) {
    synchronized (signals) {
      signals.put(kind, arrived);
    }
    return () -> {};
  }

  private final class Lines extends ByteArrayOutputStream {
    @Override
    public synchronized void flush() {
      String text = toString();
      if (text.endsWith("\n")) {
        text.lines().forEach(screen::add);
        reset();
      }
    }
  }

  /** The next line of the screen. */
  String line() throws Exception {
    String line = screen.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      run.get(0, TimeUnit.SECONDS);
    }
    return line;
  }

  List<String> rest() {
    return List.copyOf(screen);
  }

  /** The port that a line names. */
  static int port(String line) {
    Matcher matcher = PORT.matcher(line);
    if (!matcher.find()) {
      throw new AssertionError("no port in: " + line);
    }
    return Integer.parseInt(matcher.group(1));
  }

  void signal(SignalKind kind) {
    synchronized (signals) {
      signals.get(kind).run();
    }
  }

  /** Waits for the end. */
  void end() throws Exception {
    run.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    signal(SignalKind.SIGTERM);
    try {
      end();
    } catch (Exception failed) {
      throw new AssertionError("the show did not end well", failed);
    }
  }
}
