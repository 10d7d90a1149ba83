package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * Notices when a file has been saved, by looking at it: that works over every network and in every
 * container, and also with editors that save into another file and rename it. One thread.
 */
final class SavedFile {
  /** An editor that empties a file before it writes gets this many looks to do so. */
  private static final int PATIENCE = 8;

  /**
   * What a look shows; when a file is saved, one of these changes.
   *
   * @param time of the last change
   * @param size in bytes
   * @param key which file it is, where the system says so
   */
  private record Stamp(FileTime time, long size, Object key) {}

  private final Path file;
  private Stamp last;
  private int emptyLooks;

  SavedFile(Path file) {
    this.file = file;
    this.last = look().orElse(null);
  }

  private Optional<Stamp> look() {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(seen.lastModifiedTime(), seen.size(), seen.fileKey()));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Whether it was saved since the last time it was asked. A file in the middle of it was not. */
  boolean changed() {
    Optional<Stamp> now = look();
    if (now.isEmpty() || now.get().equals(last)) {
      return false;
    }
    if (now.get().size() == 0 && emptyLooks++ < PATIENCE) {
      return false;
    }
    emptyLooks = 0;
    last = now.get();
    return true;
  }
}
