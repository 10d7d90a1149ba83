package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A printer whose browser is a script, so that every way it can go is seen. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the browser of this test is a shell script")
class PdfPrinterTest {
  @TempDir Path folder;
  private Path pdf;
  private Path page;

  @BeforeEach
  void layOut() throws IOException {
    pdf = folder.resolve("book.pdf");
    page = Files.writeString(folder.resolve("volume.html"), "<p>Knock.</p>");
  }

  @Test
  void thePageIsPrintedIntoTheFile() throws Exception {
    browser("for word; do case $word in --print-to-pdf=*) echo $word >\"${word#*=}\";; esac; done");
    new PdfPrinter(folder.toString()).print(page, pdf);
    assertEquals("--print-to-pdf=" + pdf, Files.readString(pdf).strip());
  }

  @Test
  void withoutABrowserItSaysWhatToDo() {
    PdfPrinter printer = new PdfPrinter(folder.resolve("nothing").toString());
    String told = assertThrows(Refusal.class, () -> printer.print(page, pdf)).getMessage();
    assertTrue(told.contains("apt install chromium") && told.contains("volume.html"), told);
  }

  @Test
  void aBrowserThatPrintsNothingIsToldOf() throws Exception {
    Files.writeString(pdf, "an older book");
    browser("echo one; echo no room left");
    PdfPrinter printer = new PdfPrinter(folder.toString());
    String told = assertThrows(Refusal.class, () -> printer.print(page, pdf)).getMessage();
    assertTrue(told.endsWith("did not print: no room left"), told);
    assertFalse(Files.exists(pdf));
  }

  private void browser(String does) throws IOException {
    Path script = Files.writeString(folder.resolve("chromium"), "#!/bin/sh\n" + does + "\n");
    assertTrue(script.toFile().setExecutable(true));
  }
}
