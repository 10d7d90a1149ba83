package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/**
 * Draws the whole book at once. Pages name code as {@code include::{house}/chapter1-syscall/...},
 * with {@code house} the root of the repository.
 */
public final class BookBuilder {
  /** Kept here, since a logger that nobody keeps forgets that it was told to be silent. */
  private static final Logger ASCIIDOCTOR = Logger.getLogger("asciidoctor");

  private final Path home;
  private final Path book;
  private final List<String> faults = new ArrayList<>();

  /**
   * Makes a builder for one repository.
   *
   * @param home the root of the repository
   */
  public BookBuilder(Path home) {
    this.home = home.toAbsolutePath().normalize();
    this.book = this.home.resolve("docs-site/target/book");
  }

  /**
   * Draws every page into {@code docs-site/target/book}.
   *
   * @return the page to open first
   * @throws IOException if a file cannot be read or written
   * @throws BookException if a page is not sound
   */
  public Path build() throws IOException {
    ASCIIDOCTOR.setUseParentHandlers(false);
    List<Page> pages = Page.all(home);
    Path index = home.resolve("docs-site/src/docs/en/index.adoc");
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      asciidoctor.registerLogHandler(this::note);
      draw(asciidoctor, Files.readString(index) + Contents.of(home, pages), index, "index.html");
      for (Page page : pages) {
        draw(asciidoctor, Files.readString(page.source()), page.source(), page.html());
      }
    }
    faults.addAll(
        Links.broken(
            book, Stream.concat(Stream.of("index.html"), pages.stream().map(Page::html)).toList()));
    if (!faults.isEmpty()) {
      throw new BookException(faults);
    }
    return book.resolve("index.html");
  }

  private void draw(Asciidoctor asciidoctor, String text, Path source, String html)
      throws IOException {
    Path target = book.resolve(html);
    Files.createDirectories(target.getParent());
    int before = faults.size();
    String drawn = asciidoctor.convert(text, options(source.getParent()));
    Files.writeString(target, drawn);
    for (int i = before; i < faults.size(); i++) {
      faults.set(i, home.relativize(source) + ": " + faults.get(i));
    }
  }

  private Options options(Path folder) {
    Attributes attributes =
        Attributes.builder()
            .attribute("house", home.toString())
            .attribute("attribute-missing", "warn")
            .attribute("webfonts!", "")
            .attribute("nofooter", "")
            .attribute("relfilesuffix", ".html")
            .build();
    return Options.builder()
        .safe(SafeMode.UNSAFE)
        .standalone(true)
        .baseDir(folder.toFile())
        .attributes(attributes)
        .build();
  }

  /** Asciidoctor only mentions some faults that a reader would stumble over. */
  private void note(LogRecord record) {
    boolean lost = record.getMessage().contains("invalid reference");
    if (lost || record.getSeverity().compareTo(Severity.WARN) >= 0) {
      String line =
          record.getCursor() == null ? "" : "line " + record.getCursor().getLineNumber() + ": ";
      faults.add(line + record.getMessage());
    }
  }
}
