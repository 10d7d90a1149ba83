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
import java.util.stream.IntStream;

/**
 * A page as its author wrote it, made ready for Asciidoctor. The book's own macros each become one
 * line that stands for a {@link Figure}, so that line numbers stay what they were.
 *
 * <ul>
 *   <li>{@code code::Fd[tag=read]}: lines of a class, cut out by a tag; {@code [tag=read,
 *       without=retry]} leaves a tag inside it out
 *   <li>{@code transcript::name[What was typed]}: what a recorded run printed, or a {@link Passage}
 *       of it
 *   <li>{@code picture::name[]}: a drawing
 *   <li>{@code player::name[Title]}: a recorded run, to be played; {@code [start="A guest knocks",
 *       Title]} says at which step it opens, an {@link Opening}
 *   <li>{@code exercise::id[]}: the box of an exercise; {@code exercises::[]}: of all of a chapter
 *   <li>{@code contents::[]}: the list of chapters
 *   <li>{@code java:Fd[]}, within a line: the name of a class, leading to its source
 * </ul>
 */
final class Manuscript {
  private static final Pattern BLOCK_MACRO =
      Pattern.compile("^([A-Za-z][\\w-]*)::(\\S*?)\\[(.*)]\\s*$");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\{[a-z][\\w-]*}");
  private static final Pattern JAVA = Pattern.compile("java:(\\w+)\\[]");
  private static final Pattern FENCE = Pattern.compile("^(-{4,}|\\.{4,}|\\+{4,}|/{4,}|`{3,}\\w*)$");
  private static final Set<String> BLOCKS = Set.of("include", "ifdef", "ifndef", "endif", "ifeval");
  private final Page page;
  private final List<String> lines;
  private final Figures figures;
  private final CodeShelf shelf;
  private final Consumer<Fault> faults;
  private final Path file;
  private final Path home;
  private final LineReader lineReader = new LineReader((what, line) -> fault(line, what));
  private final List<Integer> figureLines = new ArrayList<>();

  Manuscript(Path home, Page page, Figures figures, CodeShelf shelf, Consumer<Fault> faults)
      throws IOException {
    this.home = home;
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
    Proofreader proofreader =
        new Proofreader(home, page.source(), lines, (what, line) -> fault(line, what));
    String fence = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (fence == null && FENCE.matcher(line).matches()) {
        fence = line.replaceFirst("\\w+$", "");
        refuseTypedJava(i);
      } else if (line.equals(fence)) {
        fence = null;
      } else if (fence == null) {
        proofreader.read(line, i + 1);
        line = expanded(line, i + 1);
      }
      ready.add(line);
    }
    return String.join("\n", ready) + "\n";
  }

  private void refuseTypedJava(int opening) {
    boolean announced = opening > 0 && lines.get(opening - 1).matches("\\[source,\\s*java.*");
    if (announced || lines.get(opening).startsWith("```java")) {
      fault(opening + 1, "Java is cut from compiled code, not typed: code::ClassName[tag=...]");
    }
  }

  private String expanded(String line, int number) {
    Matcher macro = BLOCK_MACRO.matcher(line);
    if (!macro.matches()) {
      String linked = linked(line, number);
      lineReader.read(linked, number);
      return linked;
    }
    if (BLOCKS.contains(macro.group(1))) {
      return line;
    }
    if (ATTRIBUTE.matcher(macro.group(3)).find()) {
      fault(number, "no attribute is filled in here: " + macro.group(3));
    }
    try {
      String html = figures.draw(page, macro.group(1), macro.group(2), macro.group(3));
      figureLines.add(number);
      return figures.keep(html);
    } catch (IllegalArgumentException wrong) {
      fault(number, wrong.getMessage());
      return "";
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

  /** A file that the page includes, as seen from the root of the repository. */
  Path included(String name) {
    return home.relativize(page.source().resolveSibling(name).normalize());
  }

  /** A fault found later: where these words stand, in the page or in what it includes. */
  Fault faultAt(String words, String message) {
    int line = lineOf(lines, words);
    if (line > 0) {
      return new Fault(file, line, message);
    }
    for (String each : lines) {
      Matcher include = BLOCK_MACRO.matcher(each);
      if (include.matches() && include.group(1).equals("include")) {
        int below = lineOf(linesOf(include.group(2)), words);
        if (below > 0) {
          return new Fault(included(include.group(2)), below, message);
        }
      }
    }
    return new Fault(file, 0, message);
  }

  private List<String> linesOf(String include) {
    try {
      return Files.readAllLines(home.resolve(included(include)));
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static int lineOf(List<String> lines, String words) {
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(words))
            .findFirst()
            .orElse(-1);
  }

  /** The line of a figure, by its number. */
  int lineOfFigure(int number) {
    return number < 0 ? 0 : figureLines.get(number);
  }

  /** The last line that sets this anchor, or 0. */
  int lineOfAnchor(String id) {
    Pattern anchor = Pattern.compile("\\[(#|\\[)" + Pattern.quote(id) + "\\W|anchor:" + id + "\\[");
    int line = 0;
    for (int i = 0; i < lines.size(); i++) {
      line = anchor.matcher(lines.get(i)).find() ? i + 1 : line;
    }
    return line;
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
