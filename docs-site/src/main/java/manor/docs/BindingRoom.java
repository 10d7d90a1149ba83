package manor.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of the finished book. A file is replaced at one stroke and only if it has changed;
 * what was not written again is no longer part of the book.
 */
final class BindingRoom {
  /** The theme's own files, as they are. */
  static final List<String> THEME =
      List.of(
          "book.css",
          "player.css",
          "first.js",
          "book.js",
          "recording.js",
          "score.js",
          "player.js",
          "minisearch.js",
          "minisearch-licence.txt");

  private final Path folder;
  private final Set<Path> written = new HashSet<>();

  BindingRoom(Path folder) {
    this.folder = folder;
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    written.add(file);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".new"), bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void writeTheme() throws IOException {
    for (String name : THEME) {
      write("theme/" + name, Frame.resource(name));
    }
  }

  /** Another server than the one of {@code ./manor serve} does not know who reads. */
  void writeNoProgress() throws IOException {
    write("progress.json", "{\"passed\":null}\n");
  }

  void clearAway() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!written.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
