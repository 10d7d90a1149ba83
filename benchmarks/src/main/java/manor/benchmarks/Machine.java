package manor.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import manor.benchmarks.subject.CompilerOfC;
import manor.benchmarks.subject.Programs;
import manor.benchmarks.subject.Roster;

/** What this machine is, and which versions of what run on it. */
final class Machine {
  /** The day, which is written into a sheet. */
  String today() {
    return LocalDate.now().toString();
  }

  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("processor", field("/proc/cpuinfo", "model name").orElse(architecture()));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", memory());
    facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", architecture());
    facts.put("java options", Roster.javaOptions());
    facts.put("busy before", busyBefore());
    return facts;
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }

  private static String memory() {
    return field("/proc/meminfo", "MemTotal")
        .map(text -> Math.round(Long.parseLong(text.replaceAll("\\D", "")) / 1048576.0) + " GiB")
        .orElse("unknown");
  }

  /** How many programs wanted a processor in the minute before: the load average. */
  private static String busyBefore() {
    return firstLine("/proc/loadavg").map(line -> line.split(" ")[0]).orElse("unknown");
  }

  /** Of everything measured; what the build chose, and what is installed. */
  Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>(ofTheBuild());
    versions.put("Java", Runtime.version().toString());
    CompilerOfC.find()
        .map(path -> Programs.firstLine(List.of(path.toString(), "--version")))
        .ifPresent(line -> versions.put("C compiler", line));
    installed("nginx", "-v").ifPresent(line -> versions.put("nginx", line.replaceFirst(".*/", "")));
    installed("strace", "--version")
        .ifPresent(line -> versions.put("strace", line.replaceFirst(".*version ", "")));
    return versions;
  }

  /** Of what the build brings along. */
  static Map<String, String> ofTheBuild() {
    Properties properties = new Properties();
    try (InputStream file = Machine.class.getResourceAsStream("versions.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties.forEach((name, version) -> versions.put((String) name, (String) version));
    return versions;
  }

  private static Optional<String> installed(String program, String option) {
    return Programs.find(program)
        .map(path -> Programs.firstLine(List.of(path.toString(), option)))
        .filter(line -> !line.isEmpty());
  }

  private static Optional<String> field(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException | UncheckedIOException missing) {
      return Optional.empty();
    }
  }

  private static Optional<String> firstLine(String file) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.findFirst();
    } catch (IOException | UncheckedIOException missing) {
      return Optional.empty();
    }
  }
}
