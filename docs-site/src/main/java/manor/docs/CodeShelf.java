package manor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The house's Java files by their simple names, each of which stands for one file only, or, where a
 * test borrows a name, for the one that is not a test; and what the pages have taken from them.
 */
final class CodeShelf {
  private final Path home;
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, SortedSet<String>> cited = new TreeMap<>();

  CodeShelf(Path home) {
    this.home = home;
    add("src/main");
    add("src");
  }

  private void add(String place) {
    try (Stream<Path> rooms = Files.list(home)) {
      rooms.map(room -> room.resolve(place)).filter(Files::isDirectory).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path sources) {
    try (Stream<Path> found = Files.walk(sources)) {
      found
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> files.putIfAbsent(file.getFileName().toString().replace(".java", ""), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a class, as seen from the root of the repository. */
  Optional<Path> find(String name) {
    return Optional.ofNullable(files.get(name)).map(home::relativize);
  }

  List<String> lines(String name) {
    try {
      return Files.readAllLines(files.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers that a page leads to this file, and to these lines if there are any. */
  void cite(String name, Snippet snippet) {
    SortedSet<String> ranges = cited.computeIfAbsent(name, key -> new TreeSet<>());
    if (snippet != null) {
      ranges.add(snippet.first() + "-" + snippet.last());
    }
  }

  /** Every file that a page leads to, with the lines that pages show. */
  Map<String, SortedSet<String>> cited() {
    return cited;
  }

  /** Where a file's own page lies, as seen from the pages of the book. */
  static String sheet(String name) {
    return "source/" + name + ".html";
  }
}
