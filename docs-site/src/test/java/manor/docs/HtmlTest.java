package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page is HTML as the standard has it: the Nu Html Checker finds nothing. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlTest {
  private static final long FIVE_MEGABYTES = 5_000_000;

  private final FinishedBook book;
  private final HtmlChecker checker;

  HtmlTest(FinishedBook book, HtmlChecker checker) {
    this.book = book;
    this.checker = checker;
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsValid() throws Exception {
    return book.everyPage().stream()
        .map(page -> dynamicTest(page.getFileName().toString(), () -> assertValid(page)));
  }

  private void assertValid(Path page) throws Exception {
    assertEquals(List.of(), checker.complaints(page));
  }

  @Test
  void theWholeBookIsSmall() throws IOException {
    try (Stream<Path> files = Files.walk(book.folder())) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      assertTrue(bytes < FIVE_MEGABYTES, bytes + " bytes");
    }
  }
}
