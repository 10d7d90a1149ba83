package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of chapters on the first page: those with pages, and those still without. */
final class Contents {
  private Contents() {}

  static String of(Path home, List<Page> pages) throws IOException {
    try (Stream<Path> rooms = Files.list(home)) {
      return rooms
          .map(room -> room.getFileName().toString())
          .filter(room -> room.matches("chapter\\d+-.*"))
          .sorted()
          .map(room -> "* " + room + ": " + links(room, pages) + "\n")
          .collect(Collectors.joining("", "\n", ""));
    }
  }

  private static String links(String room, List<Page> pages) {
    String links =
        pages.stream()
            .filter(page -> page.room().equals(room))
            .map(page -> "link:" + page.html() + "[" + title(page) + "]")
            .collect(Collectors.joining(", "));
    return links.isEmpty() ? "the code stands; its pages are not written yet" : links;
  }

  private static String title(Page page) {
    try (Stream<String> lines = Files.lines(page.source())) {
      return lines
          .filter(line -> line.startsWith("= "))
          .map(line -> line.substring(2).strip())
          .findFirst()
          .orElse(page.source().getFileName().toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
