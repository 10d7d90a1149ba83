package manor.docs;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the press refuses, and that it says where: the text below begins on line 3 of its page. */
@ExtendWith(SharedTypeCase.class)
class FaultTest {
  private static final String PAGE = "chapter1-door/src/docs/en/index.adoc";

  @TempDir Path home;
  private final TypeCase type;

  FaultTest(TypeCase type) {
    this.type = type;
  }

  @BeforeEach
  void layOutAHouse() throws IOException {
    write("docs-site/src/docs/en/index.adoc", "= A house\n\n[#here]\n== Inside\n\nWell.\n");
    write(
        "chapter1-door/src/main/java/Door.java",
        "// tag::knock[]\nknock();\n// end::knock[]\n// tag::ring[]\n// end::ring[]\n");
  }

  @Test
  void aMissingTag() throws IOException {
    assertFault("code::Door[tag=bell]\n", 3, "there is no line '// tag::bell[]'");
  }

  @Test
  void aTagAroundNothing() throws IOException {
    assertFault("\ncode::Door[tag=ring]\n", 4, "tag 'ring' holds no lines");
  }

  @Test
  void anExerciseThatIsNotThere() throws IOException {
    assertFault("exercise::knock-twice[]\n", 3, "no exercise is called knock-twice");
  }

  @Test
  void codeWithoutATag() throws IOException {
    assertFault("code::Door[]\n", 3, "names its lines by a tag");
  }

  @Test
  void aMissingClass() throws IOException {
    assertFault("code::Window[tag=knock]\n", 3, "no class is called Window");
    assertFault("See\njava:Window[].\n", 4, "no class is called Window");
  }

  @Test
  void javaThatNobodyCompiled() throws IOException {
    assertFault("[source,java]\n----\nknock();\n----\n", 4, "Java is cut from compiled code");
  }

  @Test
  void aMissingInclude() throws IOException {
    assertFault("include::more.adoc[]\n", 3, "include file not found");
  }

  @Test
  void aReferenceWithinThePage() throws IOException {
    assertFault("Well.\n\nSee <<nowhere,there>>.\n", 5, "a link leads nowhere: #nowhere");
  }

  @Test
  void aLinkToAPageThatDoesNotStand() throws IOException {
    assertFault("See\nxref:hall.adoc[the hall].\n", 4, "a link leads nowhere: hall.html");
  }

  @Test
  void aLinkToAnAnchorThatDoesNotStand() throws IOException {
    assertFault("See\nxref:index.adoc#there[the hall].\n", 4, "leads nowhere: index.html#there");
    write(PAGE, "= The door\n\nSee xref:index.adoc#here[the hall].\n");
    new BookPress(home, type, Map.of(), Map.of()).draw();
  }

  @Test
  void aLinkToAFileThatDoesNotStand() throws IOException {
    assertFault("See\nlink:plan.pdf[the plan].\n", 4, "a link leads nowhere: plan.pdf");
  }

  @Test
  void aMissingAttribute() throws IOException {
    assertFault("See {nothing}.\n", 3, "missing attribute: nothing");
  }

  @Test
  void aMissingPicture() throws IOException {
    assertFault("picture::plan[]\n", 3, "no file chapter1-door/src/docs/en/pictures/plan.svg");
  }

  @Test
  void aPictureThatSaysNothingToWhoCannotSeeIt() throws IOException {
    write("chapter1-door/src/docs/en/pictures/plan.svg", "<svg role=\"img\"></svg>");
    assertFault("picture::plan[]\n", 3, "<title>");
  }

  @Test
  void aMissingTranscript() throws IOException {
    assertFault("transcript::run[It prints]\n", 3, "no file chapter1-door/src/docs/en/transcripts");
  }

  @Test
  void anUnknownMacro() throws IOException {
    assertFault("cod::Door[tag=knock]\n", 3, "unknown macro: cod::");
    assertFault("See jva:Door[].\n", 3, "unknown macro: jva:Door[...]");
  }

  @Test
  void aBlockThatIsNeverClosed() throws IOException {
    assertFault("Well.\n\n----\nknock\n", 5, "unterminated listing block");
  }

  @Test
  void anAnchorThatStandsTwice() throws IOException {
    assertFault("[#door]\nOne.\n\n[#door]\nTwo.\n", 0, "door");
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void assertFault(String text, int line, String part) throws IOException {
    write(PAGE, "= The door\n\n" + text);
    BookPress press = new BookPress(home, type, Map.of(), Map.of());
    String told = assertThrows(BookException.class, press::draw).getMessage();
    String place = PAGE + (line > 0 ? ":" + line + ": " : ":");
    assertTrue(
        told.lines().anyMatch(each -> each.strip().startsWith(place) && each.contains(part)), told);
  }
}
