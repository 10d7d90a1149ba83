package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plots of the book as a browser's own letters show them; without one nothing is tested. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlotsInBrowserTest {
  /** The plots that are there to be seen or read aloud. */
  private static final String SHOWN =
      """
      const shown = Array.from(document.querySelectorAll('figure.plot')).map((figure) =>
        Array.from(figure.querySelectorAll('svg')).filter((svg) => svg.checkVisibility()));
      """;

  private static final String IDS =
      SHOWN
          + "return shown.map((each) => each.map((svg) => svg.querySelector('title').id).join());";

  /** Words of the shown plots that are cut off, or lie on others. */
  private static final String LOST =
      SHOWN
          + """
          return shown.flat().flatMap((svg) => {
            const paper = svg.viewBox.baseVal;
            const words = Array.from(svg.querySelectorAll('text'), (text) =>
              ({ text: text.textContent, box: text.getBBox() }));
            const out = words.filter(({ box }) => box.x < 0 || box.x + box.width > paper.width
              || box.y < 0 || box.y + box.height > paper.height);
            const on = words.filter((one, i) => words.slice(i + 1).some((other) =>
              one.box.x < other.box.x + other.box.width && other.box.x < one.box.x + one.box.width
              && one.box.y + 4 < other.box.y + other.box.height
              && other.box.y + 4 < one.box.y + one.box.height));
            return out.concat(on).map(({ text }) => svg.querySelector('title').id + ': ' + text);
          });
          """;

  private static final String SMALLEST =
      SHOWN
          + """
          return Math.floor(10 * Math.min(...shown.flat().map((svg) =>
            13 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)));
          """;

  private static final String SCROLLING =
      """
      return Array.from(document.querySelectorAll('figure.plot'))
        .filter((figure) => figure.scrollWidth > figure.clientWidth).length;
      """;

  private final FinishedBook book;
  private final Optional<Chromium> found = Chromium.find();

  PlotsInBrowserTest(FinishedBook book) {
    this.book = book;
  }

  @AfterAll
  void close() {
    found.ifPresent(Chromium::close);
  }

  @TestFactory
  Stream<DynamicTest> thePlotsCanBeReadWithoutScrolling() {
    return found.stream()
        .flatMap(
            browser ->
                Stream.of(360, 480, 640, 641, 768, 1024, 1440)
                    .map(width -> dynamicTest(width + " px", () -> read(browser, width))));
  }

  private void read(Chromium browser, int width) {
    browser.stage(width, "light");
    browser.open(book.folder().resolve("performance.html"), "");
    assertShown(browser, width <= 640);
    assertEquals(List.of(), browser.run(LOST));
    assertEquals(0L, browser.run(SCROLLING));
    long smallest = (long) browser.run(SMALLEST);
    assertFalse(smallest < 120, "letters of " + smallest / 10.0 + " px");
  }

  /** Of each plot one is there, and not the other. */
  private static void assertShown(Chromium browser, boolean narrow) {
    List<?> ids = (List<?>) browser.run(IDS);
    assertFalse(ids.isEmpty());
    for (Object id : ids) {
      assertEquals(1, id.toString().split(",").length, id.toString());
      assertEquals(narrow, id.toString().endsWith("-narrow-title"), id.toString());
    }
  }

  @TestFactory
  Stream<DynamicTest> onPaperThePlotsAreWide() {
    return found.stream().map(browser -> dynamicTest("360 px", () -> print(browser)));
  }

  private void print(Chromium browser) {
    browser.stage(360, "light");
    browser.stagePaper();
    browser.open(book.folder().resolve("performance.html"), "");
    assertShown(browser, false);
    assertEquals(List.of(), browser.run(LOST));
  }
}
