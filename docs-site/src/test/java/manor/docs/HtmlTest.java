package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Every page is HTML as the standard has it: the Nu Html Checker finds nothing. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlTest {
  private static final long FIVE_MEGABYTES = 5_000_000;

  private final FinishedBook book;
  private final List<String> complaints = new ArrayList<>();
  private SimpleDocumentValidator validator;

  HtmlTest(FinishedBook book) {
    this.book = book;
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsValid() throws Exception {
    validator = new SimpleDocumentValidator(true, false, false);
    validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", handler());
    validator.setUpValidatorAndParsers(handler(), false, false);
    return book.everyPage().stream()
        .map(page -> dynamicTest(page.getFileName().toString(), () -> assertValid(page)));
  }

  private void assertValid(Path page) throws Exception {
    complaints.clear();
    validator.checkHtmlFile(page.toFile(), true);
    assertEquals(List.of(), complaints);
  }

  @Test
  void theWholeBookIsSmall() throws IOException {
    try (Stream<Path> files = Files.walk(book.folder())) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      assertTrue(bytes < FIVE_MEGABYTES, bytes + " bytes");
    }
  }

  private ErrorHandler handler() {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException complaint) {
        error(complaint);
      }

      @Override
      public void error(SAXParseException complaint) {
        complaints.add("line " + complaint.getLineNumber() + ": " + complaint.getMessage());
      }

      @Override
      public void fatalError(SAXParseException complaint) {
        error(complaint);
      }
    };
  }
}
