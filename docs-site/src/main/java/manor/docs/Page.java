package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One page of the book.
 *
 * @param room the module it belongs to, such as {@code chapter1-syscall}
 * @param source the AsciiDoc file
 */
record Page(String room, Path source) {
  /** All pages of the chapters below {@code home}, in reading order. */
  static List<Page> all(Path home) throws IOException {
    try (Stream<Path> rooms = Files.list(home)) {
      return rooms
          .filter(room -> room.getFileName().toString().matches("chapter\\d+-.*"))
          .sorted()
          .flatMap(Page::of)
          .toList();
    }
  }

  private static Stream<Page> of(Path room) {
    Path folder = room.resolve("src/docs/en");
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".adoc"))
          .sorted()
          .map(file -> new Page(room.getFileName().toString(), file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Where the page stands in the finished book. */
  String html() {
    return room + "/" + source.getFileName().toString().replaceFirst("adoc$", "html");
  }
}
