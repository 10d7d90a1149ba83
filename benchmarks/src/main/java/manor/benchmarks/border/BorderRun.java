package manor.benchmarks.border;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures calls, each in Java virtual machines of its own. Threads: one. */
public final class BorderRun {
  /**
   * A way to make the call.
   *
   * @param name as in {@code by-address}
   * @param label as in tables
   * @param method the ending of the measured method's name
   */
  public record Style(String name, String label, String method) {}

  private static final List<Style> STYLES =
      List.of(
          new Style("address", "jnr-ffi, address", "ByAddress"),
          new Style("address-no-errno", "jnr-ffi, address, no errno", "WithoutErrno"),
          new Style("pointer", "jnr-ffi, Pointer", "ByPointer"),
          new Style("buffer", "jnr-ffi, direct ByteBuffer", "ByBuffer"),
          new Style("foreign", "java.lang.foreign, no errno", "Foreign"),
          new Style("foreign-errno", "java.lang.foreign, errno", "ForeignErrno"),
          new Style("kernel", "LinuxKernel of chapter 1", "Kernel"));

  private final boolean quick;

  /** A run that takes seconds a call if {@code quick}, else many. */
  public BorderRun(boolean quick) {
    this.quick = quick;
  }

  /** The styles this JDK has. */
  public static List<Style> styles() {
    return STYLES.stream()
        .filter(style -> ForeignCalls.exist() || !style.name().startsWith("foreign"))
        .toList();
  }

  /** Whether this JDK lacks java.lang.foreign. */
  public static boolean lacksForeign() {
    return !ForeignCalls.exist();
  }

  /** Whether there is a method for it: chapter 1 has no call that does nothing. */
  public static boolean has(String function, Style style) {
    return !function.equals("nothing") || !style.name().equals("kernel");
  }

  /**
   * Measures one call.
   *
   * @param function {@code nothing} or {@code write}
   * @return nanoseconds a call, one value for each iteration
   * @throws IOException when JMH could not run it
   */
  public List<Double> nanos(String function, Style style) throws IOException {
    Options options =
        new OptionsBuilder()
            .include("BorderBench\\." + function + style.method() + "$")
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 2 : 4)
            .warmupTime(TimeValue.milliseconds(quick ? 200 : 400))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 200 : 400))
            .jvmArgs(
                "-XX:+UseSerialGC",
                "-Djmh.ignoreLock=true",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow")
            .build();
    try {
      return scores(new Runner(options, silence()).runSingle());
    } catch (RunnerException failed) {
      throw new IOException("JMH could not measure " + function + style.method(), failed);
    }
  }

  private static List<Double> scores(RunResult result) {
    List<Double> scores = new ArrayList<>();
    for (var fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        scores.add(iteration.getPrimaryResult().getScore());
      }
    }
    return scores;
  }

  private static OutputFormat silence() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT);
  }
}
