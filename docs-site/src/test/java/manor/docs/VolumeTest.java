package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole book as one page, as it is printed. */
@ExtendWith(SharedTypeCase.class)
class VolumeTest {
  private final Path page;
  private final Document volume;
  private final HtmlChecker checker;

  VolumeTest(TypeCase type, HtmlChecker checker) throws IOException {
    this.checker = checker;
    Path root = Path.of("").toAbsolutePath().getParent();
    this.page =
        new BookPress(root, type, Recordings.ALL, Plays.ALL).drawVolume(Map.of("chapter2", 19));
    this.volume = Jsoup.parse(Files.readString(page));
  }

  @Test
  void everyPageOfTheBookIsInIt() {
    List<String> titles = volume.select("section.leaf h1").eachText();
    assertTrue(
        titles.containsAll(List.of("Socket Manor", "Who is ready?", "Glossary")), "" + titles);
  }

  @Test
  void theContentsTellThePagesThatAreKnown() {
    Element line = volume.selectFirst("nav a[href=#chapter2]").parent();
    assertEquals("2. Who is ready? 19", line.text());
    assertEquals(1, volume.select("nav li span").size());
  }

  @Test
  void everyLinkStaysWithinItOrLeadsToTheNetwork() {
    Links links = new Links();
    links.addPage("volume.html", volume.html());
    for (Element file : volume.select("head [href], script[src]")) {
      String name = file.hasAttr("src") ? file.attr("src") : file.attr("href");
      assertTrue(name.equals("data:,") || Files.exists(page.resolveSibling(name)), name);
      links.addFile(name);
    }
    assertEquals(List.of(), links.broken("volume.html"));
    assertEquals(List.of(), links.doubled("volume.html"));
  }

  @Test
  void itIsValid() throws Exception {
    assertEquals(List.of(), checker.complaints(page));
  }

  @Test
  void answersAreOpenOnPaper() {
    assertEquals(volume.select("details").size(), volume.select("details[open]").size());
  }
}
