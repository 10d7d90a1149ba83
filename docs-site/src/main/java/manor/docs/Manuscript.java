package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as its author wrote it, made ready for Asciidoctor. The book's own macros each become one
 * line that stands for a {@link Figure}, so that line numbers stay what they were.
 *
 * <ul>
 *   <li>{@code code::Fd[tag=read]}: lines of a class, cut out by a tag
 *   <li>{@code transcript::name[What was typed]}: what a recorded run printed
 *   <li>{@code picture::name[]}: a drawing
 *   <li>{@code player::name[Title]}: a recorded run, to be played
 *   <li>{@code exercise::id[]}: the box of an exercise; {@code exercises::[]}: of all of a chapter
 *   <li>{@code contents::[]}: the list of chapters
 *   <li>{@code java:Fd[]}, within a line: the name of a class, leading to its source
 * </ul>
 */
final class Manuscript {
  private static final Pattern BLOCK_MACRO = Pattern.compile("^([a-z]+)::(\\S*?)\\[(.*)]\\s*$");
  private static final Pattern INLINE =
      Pattern.compile("(?<![\\w:/`])([a-z]+):(?!:)([^\\s:\\[`]+)\\[");
  private static final Pattern JAVA = Pattern.compile("java:(\\w+)\\[]");
  private static final Pattern LITERAL = Pattern.compile("`[^`]*`");
  private static final Pattern FENCE = Pattern.compile("^(-{4,}|\\.{4,}|\\+{4,}|/{4,})$");
  private static final Set<String> BLOCKS = Set.of("include", "ifdef", "ifndef", "endif", "ifeval");
  private static final Set<String> INLINES =
      Set.of(
          "link", "xref", "http", "https", "mailto", "footnote", "kbd", "pass", "java", "anchor");

  private final Page page;
  private final List<String> lines;
  private final Figures figures;
  private final CodeShelf shelf;
  private final Consumer<Fault> faults;
  private final Path file;

  Manuscript(Path home, Page page, Figures figures, CodeShelf shelf, Consumer<Fault> faults)
      throws IOException {
    this.page = page;
    this.lines = Files.readAllLines(page.source());
    this.figures = figures;
    this.shelf = shelf;
    this.faults = faults;
    this.file = home.relativize(page.source());
  }

  /** What Asciidoctor is given. */
  String ready() {
    List<String> ready = new ArrayList<>();
    String fence = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (fence == null && FENCE.matcher(line).matches()) {
        fence = line;
        refuseTypedJava(i);
      } else if (line.equals(fence)) {
        fence = null;
      } else if (fence == null) {
        line = expanded(line, i + 1);
      }
      ready.add(line);
    }
    return String.join("\n", ready) + "\n";
  }

  private void refuseTypedJava(int opening) {
    if (opening > 0 && lines.get(opening - 1).matches("\\[source,\\s*java.*")) {
      fault(opening + 1, "Java is cut from compiled code, not typed: code::ClassName[tag=...]");
    }
  }

  private String expanded(String line, int number) {
    Matcher macro = BLOCK_MACRO.matcher(line);
    if (!macro.matches()) {
      refuseUnknown(line, number);
      return linked(line, number);
    }
    if (BLOCKS.contains(macro.group(1))) {
      return line;
    }
    try {
      String html = figures.draw(page, macro.group(1), macro.group(2), macro.group(3));
      return figures.keep(html);
    } catch (IllegalArgumentException wrong) {
      fault(number, wrong.getMessage());
      return "";
    }
  }

  private void refuseUnknown(String line, int number) {
    Matcher macro = INLINE.matcher(LITERAL.matcher(line).replaceAll("``"));
    while (macro.find()) {
      if (!INLINES.contains(macro.group(1))) {
        fault(number, "unknown macro: " + macro.group(1) + ":" + macro.group(2) + "[...]");
      }
    }
  }

  private String linked(String line, int number) {
    return JAVA.matcher(line)
        .replaceAll(
            found -> {
              String name = found.group(1);
              if (shelf.find(name).isEmpty()) {
                fault(number, "no class is called " + name);
              } else {
                shelf.cite(name, null);
              }
              return "link:" + CodeShelf.sheet(name) + "[`" + name + "`]";
            });
  }

  private void fault(int line, String message) {
    faults.accept(new Fault(file, line, message));
  }

  Path file() {
    return file;
  }

  /** The line that a fault found later came from: the first that mentions these words, else 0. */
  int lineOf(String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The page's title. */
  String title() {
    return lines.stream()
        .filter(line -> line.startsWith("= "))
        .map(line -> line.substring(2).strip())
        .findFirst()
        .orElse(file.getFileName().toString());
  }

  /** What the page's header says of it, such as its {@code idea}; empty if it does not. */
  String attribute(String name) {
    String start = ":" + name + ":";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }
}
