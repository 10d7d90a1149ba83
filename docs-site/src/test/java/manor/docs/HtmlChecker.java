package manor.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** The Nu Html Checker, set up once, which takes a second. Threads: one at a time. */
final class HtmlChecker {
  private static final String HTML = "http://s.validator.nu/html5-rdfalite.rnc";

  private final List<String> complaints = new ArrayList<>();
  private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);

  HtmlChecker() {
    try {
      validator.setUpMainSchema(HTML, handler());
      validator.setUpValidatorAndParsers(handler(), false, false);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** What the standard has against a page. */
  List<String> complaints(Path page) throws Exception {
    complaints.clear();
    validator.checkHtmlFile(page.toFile(), true);
    return List.copyOf(complaints);
  }

  /** What the standard has against the open page, with all that its scripts have made of it. */
  List<String> complaints(Chromium browser, Path folder) throws Exception {
    String html = (String) browser.run("return document.documentElement.outerHTML");
    return complaints(Files.writeString(folder.resolve("live.html"), "<!DOCTYPE html>\n" + html));
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
