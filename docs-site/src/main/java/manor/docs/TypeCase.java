package manor.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Asciidoctor, kept warm: a page that reads as it did before is not drawn again. */
final class TypeCase implements AutoCloseable {
  /** Kept here, since a logger that nobody keeps forgets that it was told to be silent. */
  private static final Logger ASCIIDOCTOR = Logger.getLogger("asciidoctor");

  /** What follows stands where it begins; Asciidoctor itself names the line where it ended. */
  private static final String DIRECTIVE = "unterminated preprocessor conditional directive: ";

  private record Drawn(String text, String html, List<LogRecord> log) {}

  private final Asciidoctor asciidoctor;
  private final Map<Path, Drawn> drawn = new HashMap<>();
  private final List<LogRecord> log = new ArrayList<>();

  TypeCase() {
    ASCIIDOCTOR.setUseParentHandlers(false);
    asciidoctor = Asciidoctor.Factory.create();
    asciidoctor.registerLogHandler(log::add);
  }

  /** The page as HTML, without anything around it. */
  String draw(Path source, String text) {
    Drawn before = drawn.get(source);
    if (before != null && before.text().equals(text) && !text.contains("include::")) {
      return before.html();
    }
    log.clear();
    String html = asciidoctor.convert(text, options(source.getParent()));
    drawn.put(source, new Drawn(text, html, List.copyOf(log)));
    return html;
  }

  /** What Asciidoctor found wrong when it last drew this page. */
  List<Fault> faults(Path source, Manuscript text) {
    return drawn.get(source).log().stream()
        .filter(record -> record.getSeverity().compareTo(Severity.WARN) >= 0)
        .map(record -> fault(record, text))
        .toList();
  }

  private static Fault fault(LogRecord record, Manuscript text) {
    String message = record.getMessage();
    int directive = message.indexOf(DIRECTIVE);
    if (directive >= 0) {
      return text.faultAt(message.substring(directive + DIRECTIVE.length()), message);
    }
    Cursor at = record.getCursor();
    if (at == null) {
      return text.faultAt("{" + message.substring(message.lastIndexOf(' ') + 1) + "}", message);
    }
    Path file = at.getFile() == null ? text.file() : text.included(at.getFile());
    return new Fault(file, at.getLineNumber(), message);
  }

  private static Options options(Path folder) {
    Attributes attributes =
        Attributes.builder()
            .attribute("attribute-missing", "warn")
            .attribute("idprefix", "")
            .attribute("idseparator", "-")
            .attribute("relfilesuffix", ".html")
            .attribute("table-caption!", "")
            .build();
    return Options.builder()
        .safe(SafeMode.SAFE)
        .standalone(false)
        .baseDir(folder.toFile())
        .attributes(attributes)
        .build();
  }

  @Override
  public void close() {
    asciidoctor.close();
  }
}
