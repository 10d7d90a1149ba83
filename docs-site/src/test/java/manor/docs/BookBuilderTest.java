package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookBuilderTest {
  @TempDir Path home;

  @BeforeEach
  void layOutAHouse() throws IOException {
    write("docs-site/src/docs/en/index.adoc", "= A house\n");
    write("chapter1-door/src/main/Door.java", "// tag::knock[]\nknock();\n// end::knock[]\n");
    Files.createDirectories(home.resolve("chapter2-hall"));
  }

  @Test
  void theBookOfThisHouseIsSound() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    Path index = new BookBuilder(root).build();
    assertEquals(root.resolve("docs-site/target/book/index.html"), index);
    assertTrue(Files.readString(index).contains("This book is young."));
  }

  @Test
  void codeIsCutFromTheSourcesByItsTag() throws IOException {
    page("----\ninclude::{house}/chapter1-door/src/main/Door.java[tag=knock]\n----\n");
    Path index = new BookBuilder(home).build();
    String page = Files.readString(index.resolveSibling("chapter1-door/index.html"));
    assertTrue(page.contains("knock();"), page);
  }

  @Test
  void theFirstPageSaysWhichChaptersHavePages() throws IOException {
    page("Knock first.\n");
    String index = Files.readString(new BookBuilder(home).build());
    assertTrue(index.contains("<a href=\"chapter1-door/index.html\">The door</a>"), index);
    assertTrue(index.contains("chapter2-hall: the code stands; its pages are not written yet"));
  }

  @Test
  void aMissingTagIsAFault() throws IOException {
    page("----\ninclude::{house}/chapter1-door/src/main/Door.java[tag=ring]\n----\n");
    assertFault("tag 'ring' not found");
  }

  @Test
  void aMissingIncludeIsAFault() throws IOException {
    page("----\ninclude::{house}/chapter1-door/src/main/Window.java[]\n----\n");
    assertFault("include file not found");
  }

  @Test
  void aMissingReferenceIsAFault() throws IOException {
    page("See <<nowhere>>.\n");
    assertFault("nowhere");
  }

  @Test
  void aMissingAttributeIsAFault() throws IOException {
    page("See {nothing}.\n");
    assertFault("missing attribute: nothing");
  }

  @Test
  void aLinkToAPageThatDoesNotStandIsAFault() throws IOException {
    page("See xref:../chapter2-hall/index.adoc[the hall].\n");
    assertFault("chapter2-hall/index.html");
  }

  private void page(String text) throws IOException {
    write("chapter1-door/src/docs/en/index.adoc", "= The door\n\n" + text);
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void assertFault(String part) {
    BookBuilder builder = new BookBuilder(home);
    String faults = assertThrows(BookException.class, builder::build).getMessage();
    assertTrue(faults.contains(part), faults);
  }
}
