package manor.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manor.benchmarks.load.Load;
import manor.benchmarks.load.LoadGenerator;
import manor.benchmarks.load.LoadOutcome;
import manor.benchmarks.subject.Programs;
import manor.benchmarks.subject.Subject;
import manor.benchmarks.subject.SubjectProcess;
import manor.epoll.Clock;

/**
 * Counts a server's system calls, as strace writes them down, while it answers one connection: one
 * request at a time, and sixteen at a time.
 */
final class CallCount {
  static final String ONE_BY_ONE = "calls, one by one";
  static final String PIPELINED = "calls, pipelined by 16";

  /** A call as it begins or passes: {@code 4711 read(7, ...}. A resumed one has been counted. */
  private static final Pattern CALL = Pattern.compile("^(?:\\d+ +)?(\\w+)\\(.*");

  private static final Duration GLANCE = Duration.ofMillis(1000);
  private static final Duration RUN = Duration.ofMillis(1500);

  /** Long: a Java machine that is still compiling makes calls of its own. */
  private static final Duration WARM_UP = Duration.ofSeconds(6);

  private final Workplace workplace;
  private final Findings findings;

  CallCount(Workplace workplace, Findings findings) {
    this.workplace = workplace;
    this.findings = findings;
  }

  /** Starts it under strace and counts. */
  void count(Subject subject) throws IOException {
    Path trace = workplace.folder().resolve("strace-" + subject.name() + ".txt");
    Files.deleteIfExists(trace);
    String strace = Programs.find("strace").orElseThrow().toString();
    List<String> under = List.of(strace, "-f", "-qq", "-s", "1", "-o", trace.toString());
    findings.name(subject.name(), subject.label());
    try (SubjectProcess server =
        SubjectProcess.start(subject.under(under), workplace.roster().log())) {
      count(server, trace, ONE_BY_ONE, Load.keepAlive(1));
      count(server, trace, PIPELINED, Load.pipelined(1, 16));
    } catch (IOException failed) {
      findings.leaveOut("System calls of " + subject.label() + ": " + failed.getMessage());
    }
  }

  private void count(SubjectProcess server, Path trace, String scene, Load load)
      throws IOException {
    String name = server.subject().name();
    try (LoadGenerator guests =
        new LoadGenerator(workplace.kernel(), Clock.system(), server.address(), load)) {
      LoadOutcome warm = guests.run(workplace.pace().quick() ? GLANCE : WARM_UP);
      long before = Files.size(trace);
      LoadOutcome outcome =
          warm.isSound() ? guests.run(workplace.pace().quick() ? GLANCE : RUN) : warm;
      if (!outcome.isSound()) {
        findings.fail(scene, name, outcome.error());
        return;
      }
      Map<String, Long> calls = calls(trace, before);
      long all = calls.values().stream().mapToLong(Long::longValue).sum();
      double answers = outcome.answers();
      findings.add(scene, name, Metric.CALLS, all / answers);
      calls.forEach(
          (call, times) -> findings.add(scene + ": " + call, name, Metric.CALLS, times / answers));
    }
  }

  private static Map<String, Long> calls(Path trace, long from) throws IOException {
    Map<String, Long> calls = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.ISO_8859_1)) {
      lines.skip(from);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String call = callIn(line);
        if (call != null) {
          calls.merge(call, 1L, Long::sum);
        }
      }
    }
    return calls;
  }

  /** The call that begins in a line of strace, or null. */
  static String callIn(String line) {
    Matcher matcher = CALL.matcher(line);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
