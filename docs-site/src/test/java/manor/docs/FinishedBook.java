package manor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The book of this house, drawn once for all tests that read it. */
final class FinishedBook {
  private final Path folder;

  FinishedBook(TypeCase type) {
    try {
      Path root = Path.of("").toAbsolutePath().getParent();
      this.folder = new BookPress(root, type, Recordings.ALL, Plays.ALL).draw().getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** The pages with text, and of those with source a short one, a long one and one of a test. */
  List<Path> pages() throws IOException {
    Stream<Path> sources =
        Stream.of("Token", "LinuxKernel", "TaskStateTest")
            .map(name -> folder.resolve("source").resolve(name + ".html"));
    try (Stream<Path> files = Files.list(folder)) {
      Stream<Path> pages = files.filter(file -> file.toString().endsWith(".html")).sorted();
      return Stream.concat(pages, sources).toList();
    }
  }

  /** Every page, of text and of source. */
  List<Path> everyPage() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }
}
