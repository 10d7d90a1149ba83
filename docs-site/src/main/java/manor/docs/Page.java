package manor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One page of the book.
 *
 * @param part where in the book it stands
 * @param source the AsciiDoc file
 * @param html its name in the finished book, where all pages lie side by side
 */
record Page(Part part, Path source, String html) {
  /** The parts of the book, in the order they are read. */
  enum Part {
    COVER(""),
    FRONT("Before you begin"),
    CHAPTER("Chapters"),
    BACK("To look things up");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private static final String TEXT = "src/docs/en";
  private static final String NUMBER = "^\\d+-";

  /** All pages below {@code home}, in reading order. */
  static List<Page> all(Path home) {
    Path own = home.resolve("docs-site").resolve(TEXT);
    List<Page> pages = new ArrayList<>();
    pages.add(new Page(Part.COVER, own.resolve("index.adoc"), "index.html"));
    texts(own.resolve("front")).map(file -> of(Part.FRONT, file)).forEach(pages::add);
    for (Path room : rooms(home)) {
      String chapter = room.getFileName().toString().replaceFirst("-.*", "");
      texts(room.resolve(TEXT)).map(file -> ofChapter(chapter, file)).forEach(pages::add);
    }
    texts(own.resolve("back")).map(file -> of(Part.BACK, file)).forEach(pages::add);
    return List.copyOf(pages);
  }

  /** The chapters' modules, whether they have pages or not. */
  static List<Path> rooms(Path home) {
    return list(home)
        .filter(room -> room.getFileName().toString().matches("chapter\\d+-.*"))
        .toList();
  }

  private static Page of(Part part, Path source) {
    return new Page(part, source, stem(source) + ".html");
  }

  private static Page ofChapter(String chapter, Path source) {
    String stem = stem(source);
    return new Page(
        Part.CHAPTER, source, chapter + (stem.equals("index") ? "" : "-" + stem) + ".html");
  }

  private static String stem(Path source) {
    String name = source.getFileName().toString();
    return name.replaceFirst(NUMBER, "").replaceFirst("\\.adoc$", "");
  }

  private static Stream<Path> texts(Path folder) {
    return list(folder).filter(file -> file.toString().endsWith(".adoc"));
  }

  private static Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
