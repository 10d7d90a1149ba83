package manor.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many sockets, pipes, counters and epoll instances this process has open. Files are the JVM's
 * own, which comes and goes as it loads classes.
 */
public final class Descriptors {
  private static final Path ALL = Path.of("/proc/self/fd");

  private Descriptors() {}

  public static long open() {
    try (Stream<Path> descriptors = Files.list(ALL)) {
      return descriptors.map(Descriptors::target).filter(Descriptors::isNoFile).count();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static boolean isNoFile(String target) {
    return List.of("socket:", "pipe:", "anon_inode:").stream().anyMatch(target::startsWith);
  }

  /** The one that reads the directory is gone by now. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
