package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page numbers of what was printed. */
class PrintedPagesTest {
  @TempDir private Path folder;

  @Test
  void ofAFileThatIsNoneOfChromiumNothingIsFound() throws Exception {
    Path pdf = Files.writeString(folder.resolve("other.pdf"), "%PDF-1.7\n/hall [7 0 R /XYZ 0 0 0]");
    assertEquals(Map.of(), PrintedPages.of(pdf));
  }

  /** Without a Chromium on the PATH nothing is tested. */
  @TestFactory
  Stream<DynamicTest> whatChromiumPrints() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .filter(bin -> Files.isExecutable(bin.resolve("chromium")))
        .limit(1)
        .map(bin -> dynamicTest("eachPlaceHasItsPage", () -> print(bin.toString())));
  }

  private void print(String path) throws Exception {
    String sheet = "<p style='break-before: page' id='%s'>Knock.</p>";
    String rooms = sheet.formatted("hall") + sheet.formatted("attic") + "<p id='roof'>Rain.</p>";
    String links = "<a href='#roof'>1</a> <a href='#hall'>2</a> <a href='#attic'>3</a>";
    Path page = Files.writeString(folder.resolve("house.html"), links + rooms);
    Path pdf = folder.resolve("house.pdf");

    new PdfPrinter(path).print(page, pdf);

    assertEquals(Map.of("hall", 2, "attic", 3, "roof", 3), PrintedPages.of(pdf));
  }
}
