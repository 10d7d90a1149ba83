package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages with source are one page with other words. So what a browser says of the three that are
 * read as a whole holds for all.
 */
@ExtendWith(SharedTypeCase.class)
class SourceSheetTest {
  private final FinishedBook book;

  SourceSheetTest(FinishedBook book) {
    this.book = book;
  }

  @Test
  void allSourcesHaveOneFrame() throws IOException {
    String frame = frame(book.sources().get(0));
    for (Path page : book.sources()) {
      assertEquals(frame, frame(page), page.toString());
    }
  }

  @Test
  void noLineHasAStyleThatTheSamplesHaveNot() throws IOException {
    List<Path> samples =
        book.pages().stream().filter(page -> page.getParent().endsWith("source")).toList();
    Set<String> known =
        samples.stream().flatMap(page -> styles(page).stream()).collect(Collectors.toSet());
    assertTrue(known.contains("span.keyword in span.line"), known.toString());
    for (Path page : book.sources()) {
      Set<String> strange = styles(page);
      strange.removeAll(known);
      assertEquals(Set.of(), strange, page.toString());
    }
  }

  /** All but the title, the head's words and the lines. */
  private static String frame(Path page) throws IOException {
    Document frame = parsed(page);
    frame.select("title, .head h1, .head code").forEach(words -> words.text(""));
    frame.select("pre.sheet").removeAttr("data-ranges");
    frame.select("pre.sheet > code").forEach(Element::empty);
    return frame.html();
  }

  private static Set<String> styles(Path page) {
    return parsed(page).select("pre.sheet span").stream()
        .map(span -> named(span) + " in " + named(span.parent()))
        .collect(Collectors.toSet());
  }

  private static String named(Element element) {
    return element.tagName() + "." + String.join(".", element.classNames());
  }

  private static Document parsed(Path page) {
    try {
      return Jsoup.parse(Files.readString(page));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
