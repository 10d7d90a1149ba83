package manor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /**
   * The pages with text, and of those with source the shortest, the longest, one between, and the
   * one with the most annotations, which few have.
   */
  List<Path> pages() throws IOException {
    List<Path> sources =
        sources().stream()
            .sorted(Comparator.comparingLong(page -> page.toFile().length()))
            .toList();
    Stream<Path> texts = everyPage().stream().filter(page -> page.getParent().equals(folder));
    int last = sources.size() - 1;
    Path noted = Collections.max(sources, Comparator.comparingInt(FinishedBook::annotations));
    Set<Path> samples =
        new LinkedHashSet<>(
            List.of(sources.get(0), sources.get(last / 2), sources.get(last), noted));
    return Stream.concat(texts, samples.stream()).toList();
  }

  private static int annotations(Path page) {
    try {
      return Files.readString(page).split("class=\"note\"", -1).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page with source. */
  List<Path> sources() throws IOException {
    return everyPage().stream().filter(page -> page.getParent().endsWith("source")).toList();
  }

  /** Every page, of text and of source. */
  List<Path> everyPage() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }
}
