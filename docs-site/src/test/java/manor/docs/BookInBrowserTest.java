package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The book as a reader meets it, from files, in a real browser; without one nothing is tested. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookInBrowserTest {
  /** A window's width, in pixels, and the system's colours. */
  private record Way(int width, String scheme) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(1440, "light"),
          new Way(1440, "dark"),
          new Way(360, "light"),
          new Way(360, "dark"));

  private static final List<String> HEAD_AND_LINES =
      List.of("main .head", ".sheet .line:nth-child(-n+9)");

  private static final String FIND =
      """
      const done = arguments[arguments.length - 1];
      const field = document.querySelector('#words');
      const count = document.querySelector('.search .count');
      if (!field.closest('dialog').open) document.querySelector('.find').click();
      count.textContent = '';
      field.value = arguments[0];
      field.dispatchEvent(new Event('input'));
      const look = () => count.textContent
        ? done(Array.from(document.querySelectorAll('.found a'), (link) => link.getAttribute('href')))
        : requestAnimationFrame(look);
      look();
      """;

  private final FinishedBook book;
  private final HtmlChecker checker;
  @TempDir private Path folder;
  private final Optional<Chromium> found = Chromium.find();

  BookInBrowserTest(FinishedBook book, HtmlChecker checker) {
    this.book = book;
    this.checker = checker;
  }

  @AfterAll
  void close() {
    found.ifPresent(Chromium::close);
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsFitForEveryone() throws IOException {
    List<Path> pages = book.pages();
    return found.stream()
        .flatMap(
            browser ->
                pages.stream()
                    .map(page -> dynamicTest(name(page), () -> read(browser, page, WAYS))));
  }

  /**
   * Pages with source differ in their head and their lines only, as {@link SourceSheetTest} proves;
   * so of each that was not read as a whole these are read, in one way of the four, in turn.
   */
  @TestFactory
  Stream<DynamicTest> everySourceIsFitForEveryone() throws IOException {
    List<Path> pages = book.sources();
    return found.stream()
        .flatMap(
            browser ->
                IntStream.range(0, pages.size())
                    .mapToObj(
                        i ->
                            dynamicTest(
                                name(pages.get(i)),
                                () -> glance(browser, pages.get(i), WAYS.get(i % 4)))));
  }

  private static void glance(Chromium browser, Path page, Way way) {
    browser.stage(way.width(), way.scheme());
    browser.open(page, "");
    assertFits(browser, way.width());
    assertEquals(List.of(), browser.violationsIn(HEAD_AND_LINES), way.toString());
    assertEquals(List.of(), browser.complaints());
  }

  private static String name(Path page) {
    return page.getFileName().toString();
  }

  private void read(Chromium browser, Path page, List<Way> ways) {
    browser.stage(ways.get(0).width(), ways.get(0).scheme());
    browser.open(page, "");
    for (Way way : ways) {
      browser.stage(way.width(), way.scheme());
      assertFits(browser, way.width());
      assertEquals(List.of(), browser.violations(), way.toString());
    }
    assertEquals(
        List.of(),
        browser.run(
            "return performance.getEntriesByType('resource').map((each) => each.name)"
                + ".filter((name) => !name.startsWith('file:'))"));
    assertEquals(List.of(), browser.complaints());
  }

  private static void assertFits(Chromium browser, int width) {
    long wide = (long) browser.run("return document.documentElement.scrollWidth");
    assertTrue(wide <= width, wide + " px wide in a window of " + width);
  }

  @TestFactory
  Stream<DynamicTest> theBookAnswers() {
    return found.stream()
        .flatMap(
            browser ->
                Stream.of(
                    dynamicTest("theSearchFindsTheGlossary", () -> searchGlossary(browser)),
                    dynamicTest("theSearchIsFitForEveryone", () -> searchForEveryone(browser)),
                    dynamicTest("aChosenThemeIsRemembered", () -> rememberTheme(browser)),
                    dynamicTest("theContentsOpenAndClose", () -> openContents(browser)),
                    dynamicTest("aSnippetLeadsToItsLines", () -> followSnippet(browser)),
                    dynamicTest("theLastPageIsOfferedAgain", () -> offerLastPage(browser))));
  }

  private void searchGlossary(Chromium browser) throws IOException {
    Path glossary = book.folder().resolve("glossary.html");
    browser.stage(1440, "light");
    browser.open(glossary, "");
    for (String term : Jsoup.parse(Files.readString(glossary)).select("main dt").eachText()) {
      Object places = browser.await(FIND, term);
      assertTrue(places.toString().contains("glossary.html#"), term + " is found in " + places);
    }
    assertEquals(List.of(), browser.await(FIND, "xyzzy"));
  }

  private void searchForEveryone(Chromium browser) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      browser.stage(360, scheme);
      browser.open(book.folder().resolve("chapter1.html"), "");
      browser.await(FIND, "epoll");
      assertEquals(List.of(), browser.violations());
    }
    assertEquals(List.of(), checker.complaints(browser, folder));
  }

  private void rememberTheme(Chromium browser) {
    browser.stage(1440, "light");
    browser.open(book.folder().resolve("index.html"), "");
    browser.run(
        "const choice = document.querySelector('select.theme'); choice.value = 'dark';"
            + "choice.dispatchEvent(new Event('change'));");
    browser.open(book.folder().resolve("chapter1.html"), "");
    assertEquals("dark", browser.run("return document.documentElement.dataset.theme"));
    browser.run("localStorage.clear()");
  }

  private void openContents(Chromium browser) {
    browser.stage(360, "light");
    browser.open(book.folder().resolve("chapter1.html"), "");
    String shown = "return document.querySelector('#contents').checkVisibility()";
    assertEquals(false, browser.run(shown));
    browser.run("document.querySelector('.drawer').click()");
    assertEquals(true, browser.run(shown));
    assertEquals(List.of(), browser.violations());
    browser.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
    assertEquals(false, browser.run(shown));
  }

  private void followSnippet(Chromium browser) {
    browser.stage(1440, "light");
    browser.open(book.folder().resolve("chapter1.html"), "");
    String link = (String) browser.run("return document.querySelector('figure.code a').href");
    browser.open(Path.of(java.net.URI.create(link.replaceFirst("#.*", ""))), "#" + anchor(link));
    assertEquals(
        "/** Bytes read, 0 at end of file. EAGAIN: nothing there yet. ECONNRESET: the peer reset. */",
        browser.run("return document.querySelector('.shown').textContent.trim()"));
  }

  private static String anchor(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  private void offerLastPage(Chromium browser) {
    browser.open(book.folder().resolve("chapter2.html"), "");
    browser.open(book.folder().resolve("index.html"), "");
    assertEquals(
        "Go on reading: Who is ready?",
        browser.run("return document.querySelector('.return a').textContent"));
  }
}
