package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A reader's own recording in the player, in a real browser; without one nothing is tested. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnRecordingTest {
  private final FinishedBook book;
  private final HtmlChecker checker;
  private final Optional<Chromium> found = Chromium.find();
  @TempDir private Path folder;

  OwnRecordingTest(FinishedBook book, HtmlChecker checker) {
    this.book = book;
    this.checker = checker;
  }

  @AfterAll
  void close() {
    found.ifPresent(Chromium::close);
  }

  @TestFactory
  Stream<DynamicTest> anOwnRecording() {
    return found.stream()
        .flatMap(
            browser ->
                Stream.of(
                    dynamicTest("aRecordingOfOnesOwnOpens", () -> openOwn(browser)),
                    dynamicTest("aWrongFileIsToldClearly", () -> openWrong(browser)),
                    dynamicTest("aTraceStandsAlone", () -> openTrace(browser))));
  }

  private void openOwn(Chromium browser) throws Exception {
    Path file = folder.resolve("own.jsonl");
    Files.write(file, new Plays(Plays.ALL).steps("chapter5-runtime/one-byte"));
    String told = told(browser, file);
    assertTrue(told.startsWith("own.jsonl: The way of one byte"), told);
    String at = "return document.querySelector('figure.player').player.at()";
    assertEquals(0L, browser.run(at), "it opens at its first step");
    assertEquals(List.of(), browser.violations());
    assertEquals(List.of(), checker.complaints(browser, folder));
    browser.stage(360, "dark");
    assertEquals(List.of(), browser.violations());
    assertEquals(List.of(), browser.complaints());
  }

  private void openWrong(Chromium browser) throws IOException {
    assertTold(browser, "", "The file is empty.");
    assertTold(browser, "<!DOCTYPE html>\n", "This is a page, not a recording.");
    assertTold(browser, "{\"what\":\"knocked\"}\n{\"what", "Line 2 is no JSON");
    assertTold(browser, "[1]\n", "Line 1 is no step of a run");
    assertTold(browser, "{\"what\":\"syscall\",\"line\":5}", "Line 1 is no step of a run: its");
    assertTold(browser, "{\"what\":\"title\"}\n", "Nothing happens in this recording.");
    assertEquals(List.of(), browser.complaints());
  }

  private void assertTold(Chromium browser, String text, String part) throws IOException {
    String told = told(browser, Files.writeString(folder.resolve("wrong.jsonl"), text));
    assertTrue(told.startsWith("wrong.jsonl cannot be played. " + part), told);
  }

  private String told(Chromium browser, Path file) {
    browser.stage(1440, "light");
    browser.open(book.folder().resolve("player.html"), "");
    browser.choose("input[type=file]", file);
    return (String)
        browser.await(
            "const done = arguments[0]; const told = document.querySelector('.told');"
                + "const look = () => told.textContent ? done(told.textContent)"
                + " : requestAnimationFrame(look); look();");
  }

  private void openTrace(Chromium browser) throws Exception {
    Path root = Path.of("").toAbsolutePath().getParent();
    List<String> steps = new Plays(Plays.ALL).steps("chapter5-runtime/one-byte");
    String html = TracePage.html(root, "The way of one byte", "./manor trace chapter5 byte", steps);
    browser.stage(1440, "light");
    Path page = Files.writeString(folder.resolve("trace.html"), html);
    assertEquals(List.of(), checker.complaints(page));
    browser.open(page, "");
    assertEquals(List.of(), browser.violations());
    browser.run("document.querySelector('figure.player').player.show(20)");
    assertTrue((boolean) browser.run("return document.querySelector('.here') !== null"));
    browser.stage(360, "dark");
    assertEquals(List.of(), browser.violations());
    assertEquals(List.of(), browser.complaints());
  }
}
