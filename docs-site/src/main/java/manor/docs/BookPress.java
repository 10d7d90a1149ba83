package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Draws the book, and stays warm to draw it again after a change. Threads: one at a time.
 *
 * <p>The order of the work: every page's text is read and its figures are cut from the code;
 * Asciidoctor draws the text; the frame is put around it; the links are followed; and if anything
 * was wrong on the way, all of it is told at once.
 */
public final class BookPress implements AutoCloseable {
  private final Path home;
  private final TypeCase type;
  private final Recordings recordings;
  private final Plays plays;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Leaf> leaves = new ArrayList<>();

  /**
   * Sets the press up, which takes seconds.
   *
   * @param home the root of the repository
   */
  public BookPress(Path home) {
    this(home, new TypeCase(), Recordings.ALL, Plays.ALL);
  }

  BookPress(
      Path home,
      TypeCase type,
      Map<String, Recordings.Scene> scenes,
      Map<String, Plays.Play> plays) {
    this.home = home.toAbsolutePath().normalize();
    this.type = type;
    this.recordings = new Recordings(scenes);
    this.plays = new Plays(plays);
  }

  /**
   * Draws every page into {@code docs-site/target/book}.
   *
   * @return the page to open first
   * @throws IOException if a file cannot be read or written
   * @throws BookException if a page is not sound
   */
  public Path draw() throws IOException {
    faults.clear();
    CodeShelf shelf = new CodeShelf(home);
    leaves.clear();
    for (Page page : Page.all(home)) {
      leaves.add(leaf(page, shelf));
    }
    Path book = home.resolve("docs-site/target/book");
    bind(shelf, new BindingRoom(book));
    if (!faults.isEmpty()) {
      throw new BookException(faults);
    }
    return book.resolve("index.html");
  }

  /**
   * Draws every page, and all of them as one beside the book, to be printed.
   *
   * @param numbers on which page of paper each begins, counted from 1, by the names of their files
   *     without the end; those that are missing are not told
   * @return the one page
   * @throws IOException if a file cannot be read or written
   * @throws BookException if a page is not sound
   */
  public Path drawVolume(Map<String, Integer> numbers) throws IOException {
    Path volume = draw().resolveSibling("../volume.html").normalize();
    Files.writeString(volume, new Volume(leaves, numbers).html("book/"));
    return volume;
  }

  /**
   * Runs everything that the book prints, and writes down what it printed.
   *
   * @throws IOException if a file cannot be written
   * @throws UnsupportedOperationException where there is no real kernel to run it on
   */
  public void record() throws IOException {
    for (String name : plays.names()) {
      write(name.replace("/", "/src/docs/en/recordings/") + ".jsonl", plays.written(name));
    }
    for (String name : recordings.names()) {
      write(name.replace("/", "/src/docs/en/transcripts/") + ".txt", recordings.print(name));
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Leaf leaf(Page page, CodeShelf shelf) throws IOException {
    Figures figures = new Figures(home, shelf, recordings, plays);
    Manuscript text = new Manuscript(home, page, figures, shelf, faults::add);
    String drawn = type.draw(page.source(), text.ready());
    faults.addAll(type.faults(page.source(), text));
    Document body = Polish.polished(drawn);
    for (int figure : Leftovers.strayFigures(body)) {
      tell(text, text.lineOfFigure(figure), "a figure needs a free line above and below it");
    }
    for (String macro : Leftovers.macros(body)) {
      faults.add(text.faultAt(macro, "a macro that nobody drew: " + macro));
    }
    return new Leaf(page, text, figures, body);
  }

  private void bind(CodeShelf shelf, BindingRoom room) throws IOException {
    Frame frame = new Frame(leaves);
    SearchIndex index = new SearchIndex();
    Map<String, String> files = new HashMap<>();
    for (Leaf leaf : leaves) {
      String article = leaf.figures().place(leaf.body().body().html());
      files.put(leaf.page().html(), frame.around(leaf, article));
      index.add(leaf.page().html(), leaf.title(), Polish.sections(leaf.body(), leaf.title()));
    }
    shelf
        .cited()
        .forEach(
            (name, ranges) ->
                files.put(
                    CodeShelf.sheet(name),
                    frame.aroundSource(
                        name,
                        SourceSheet.head(name, shelf.find(name).orElseThrow()),
                        SourceSheet.article(shelf.lines(name), ranges))));
    for (Map.Entry<String, String> file : files.entrySet()) {
      room.write(file.getKey(), file.getValue());
    }
    room.write("theme/places.js", index.script());
    room.writeTheme();
    room.writeNoProgress();
    room.clearAway();
    follow(files);
  }

  private void follow(Map<String, String> files) {
    Links links = new Links();
    files.forEach(links::addPage);
    Stream.concat(BindingRoom.THEME.stream(), Stream.of("places.js"))
        .forEach(name -> links.addFile("theme/" + name));
    for (Leaf leaf : leaves) {
      String html = leaf.page().html();
      links.broken(html).forEach(target -> lost(leaf, target));
      links.doubled(html).forEach(id -> doubled(leaf, id));
    }
  }

  private void lost(Leaf leaf, String target) {
    String page = target.replaceFirst("\\.html", ".adoc");
    String type = target.replaceFirst("source/(\\w+)\\.html.*", "java:$1[");
    String anchor = target.substring(target.indexOf('#') + 1);
    String message = "a link leads nowhere: " + target;
    faults.add(
        Stream.of(page, type, anchor)
            .map(words -> leaf.text().faultAt(words, message))
            .filter(fault -> fault.line() > 0)
            .findFirst()
            .orElse(new Fault(leaf.text().file(), 0, message)));
  }

  private void doubled(Leaf leaf, String id) {
    int line = leaf.text().lineOfAnchor(id);
    int figure = leaf.figures().lastWith("id=\"" + id + "\"");
    tell(
        leaf.text(),
        line > 0 ? line : leaf.text().lineOfFigure(figure),
        "an anchor stands twice: " + id);
  }

  private void tell(Manuscript text, int line, String what) {
    faults.add(new Fault(text.file(), line, what));
  }

  @Override
  public void close() {
    type.close();
  }
}
