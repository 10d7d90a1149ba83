package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sees whether anything that the book is drawn from has changed: pages, pictures, transcripts and
 * code. It looks at the files' times instead of waiting for the system to tell, since editors that
 * save by renaming, and shared folders, often tell half of it.
 *
 * <p>Threads: one at a time.
 */
public final class Lookout {
  private final Path home;
  private long seen;

  /**
   * Begins with what is there now.
   *
   * @param home the root of the repository
   */
  public Lookout(Path home) throws IOException {
    this.home = home;
    this.seen = look();
  }

  /** Whether anything is different from the last time somebody asked. */
  public boolean changed() throws IOException {
    long before = seen;
    seen = look();
    return seen != before;
  }

  private long look() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> rooms = Files.list(home)) {
      rooms.map(room -> room.resolve("src")).filter(Files::isDirectory).forEach(sources::add);
    }
    long sum = 0;
    for (Path folder : sources) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sum += mark(file);
        }
      }
    }
    return sum;
  }

  /** A file that goes between two looks counts as no file. */
  private static long mark(Path file) {
    try {
      long time = Files.getLastModifiedTime(file).toMillis();
      return (file.hashCode() * 31L + time) * 31 + Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
