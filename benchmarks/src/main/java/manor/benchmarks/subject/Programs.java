package manor.benchmarks.subject;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and runs programs that may or may not be installed. */
public final class Programs {
  private Programs() {}

  /** Looks along the PATH, and where a PATH often lacks what only administrators need. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<String> folders = Stream.of(path.split(File.pathSeparator));
    Stream<String> all = path.isEmpty() ? folders : Stream.concat(folders, beside(path));
    return all.filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** {@code /usr/sbin} for a PATH that has {@code /usr/bin}. */
  private static Stream<String> beside(String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> folder.endsWith("/bin"))
        .map(folder -> folder.substring(0, folder.length() - "bin".length()) + "sbin");
  }

  /**
   * Runs a program to its end.
   *
   * @param log what it says goes there
   * @return its exit status
   */
  public static int run(List<String> command, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      throw new IOException(interrupted);
    }
  }

  /** What a program prints, on either stream. */
  public static List<String> lines(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] text = process.getInputStream().readAllBytes();
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  /** The first line that a program prints, as with {@code --version}; empty if it cannot. */
  public static String firstLine(List<String> command) {
    try {
      return lines(command).stream().findFirst().orElse("");
    } catch (IOException cannot) {
      return "";
    }
  }
}
