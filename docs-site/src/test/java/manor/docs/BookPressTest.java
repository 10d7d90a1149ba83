package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedTypeCase.class)
class BookPressTest {
  private static final String PAGE = "chapter1-door/src/docs/en/index.adoc";
  private static final String DOOR = "chapter1-door/src/main/java/Door.java";

  @TempDir Path home;
  private final TypeCase type;

  BookPressTest(TypeCase type) {
    this.type = type;
  }

  @BeforeEach
  void layOutAHouse() throws IOException {
    write("docs-site/src/docs/en/index.adoc", "= A house\n\n[#here]\n== Inside\n\ncontents::[]\n");
    write(DOOR, "class Door {\n  // tag::knock[]\n  knock(\"<&>\");\n  // end::knock[]\n}\n");
    Files.createDirectories(home.resolve("chapter2-hall"));
  }

  @Test
  void theBookOfThisHouseIsSound() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    Path index = new BookPress(root, type, Recordings.ALL, Plays.ALL).draw();
    assertEquals(root.resolve("docs-site/target/book/index.html"), index);
    String last = Files.readString(index.resolveSibling("chapter5.html"));
    assertTrue(last.contains("rel=\"next\" href=\"performance.html\""), "its question's answer");
  }

  @Test
  void codeIsCutFromTheSourcesByItsTag() throws IOException {
    String page = drawn("code::Door[tag=knock]\n");
    assertTrue(page.contains("(<span class=\"text\">&quot;&lt;&amp;&gt;&quot;</span>);"), page);
    assertFalse(page.contains("class Door {"), page);
  }

  @Test
  void aSnippetInsideMayBeLeftOutWithASignInItsPlace() throws IOException {
    write(
        DOOR,
        """
          // tag::open[]
          open();
            // tag::greet[]
            greet();
            bow();
            // end::greet[]
          close();
          // end::open[]
        """);
    String page = drawn("code::Door[tag=open, without=greet]\n\ncode::Door[tag=greet]\n");
    String whole = page.replaceAll("<[^>]+>", "");
    assertTrue(whole.contains("open();\n  // ...\nclose();"), page);
    assertTrue(whole.contains("lines 4 to 5 chapter1-doorgreet();\nbow();"), page);
  }

  @Test
  void changingOneCharacterOfTheCodeChangesTheBook() throws IOException {
    String before = drawn("code::Door[tag=knock]\n");
    write(DOOR, Files.readString(home.resolve(DOOR)).replace("knock(", "knack("));
    String after = drawn("code::Door[tag=knock]\n");
    assertEquals(before.replace(">knock<", ">knack<"), after);
  }

  @Test
  void aSnippetLeadsToItsLinesInTheSource() throws IOException {
    String page = drawn("code::Door[tag=knock]\n");
    assertTrue(page.contains("<a href=\"source/Door.html#L3\">Door.java, line 3</a>"), page);
    String sheet = Files.readString(home.resolve("docs-site/target/book/source/Door.html"));
    assertTrue(sheet.contains("data-ranges=\"3-3\""), sheet);
    assertTrue(sheet.contains("<span class=\"line\" id=\"L3\">"), sheet);
  }

  @Test
  void theNameOfAClassLeadsToItsSource() throws IOException {
    String page = drawn("See java:Door[].\n");
    assertTrue(page.contains("<a href=\"source/Door.html\"><code>Door</code></a>"), page);
  }

  @Test
  void quotationMarksAreBentInTextAndStraightInCode() throws IOException {
    String page = drawn("He says \"come\" and (\"go\") and `\"wait\"`.\n");
    assertTrue(
        page.contains("He says \u201ccome\u201d and (\u201cgo\u201d) and <code>\"wait\"</code>."),
        page);
  }

  @Test
  void theFirstPageSaysWhichChaptersHavePages() throws IOException {
    drawn("Knock first.\n");
    String index = Files.readString(home.resolve("docs-site/target/book/index.html"));
    assertTrue(index.contains("<a href=\"chapter1.html\">The door</a>"), index);
    assertTrue(index.contains("<b>chapter2-hall</b> <span>The code stands"), index);
  }

  @Test
  void thePagesFollowEachOtherAsTheyAreRead() throws IOException {
    write("docs-site/src/docs/en/front/1-key.adoc", "= The key\n");
    write("docs-site/src/docs/en/back/1-words.adoc", "= Words\n");
    String page = drawn("Knock first.\n");
    assertTrue(page.contains("rel=\"prev\" href=\"key.html\""), page);
    assertTrue(page.contains("rel=\"next\" href=\"words.html\""), page);
  }

  @Test
  void theSearchKnowsEverySectionByItsPlace() throws IOException {
    drawn("Knock first.\n\n== Hinges\n\nThey \"creak\" `\"so\"`.\n");
    String places = Files.readString(home.resolve("docs-site/target/book/theme/places.js"));
    assertTrue(places.contains("\"id\":\"chapter1.html\",\"page\":\"The door\""), places);
    assertTrue(places.contains("\"id\":\"chapter1.html#hinges\""), places);
    assertTrue(places.contains("They \u201ccreak\u201d \\u0022so\\u0022."), places);
  }

  @Test
  void whatIsNoLongerInTheBookIsClearedAway() throws IOException {
    write("docs-site/src/docs/en/back/1-words.adoc", "= Words\n");
    drawn("Knock first.\n");
    Path words = home.resolve("docs-site/target/book/words.html");
    assertTrue(Files.exists(words));
    Files.delete(home.resolve("docs-site/src/docs/en/back/1-words.adoc"));
    drawn("Knock first.\n");
    assertFalse(Files.exists(words));
  }

  @Test
  void aPageThatDidNotChangeIsNotWrittenAgain() throws IOException {
    drawn("Knock first.\n");
    Path page = home.resolve("docs-site/target/book/chapter1.html");
    FileTime longAgo = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(page, longAgo);
    drawn("Knock first.\n");
    assertEquals(longAgo, Files.getLastModifiedTime(page));
  }

  private String drawn(String text) throws IOException {
    write(PAGE, "= The door\n:idea: Knock.\n\n" + text);
    Path index = new BookPress(home, type, Map.of(), Map.of()).draw();
    return Files.readString(index.resolveSibling("chapter1.html"));
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
