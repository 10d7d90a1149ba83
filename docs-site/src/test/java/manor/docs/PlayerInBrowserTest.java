package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import org.openqa.selenium.Keys;

/** The run player as a reader uses it, in a real browser; without one nothing is tested. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayerInBrowserTest {
  /** Everything that a player shows, after each step on the way there and on the way back. */
  private static final String THERE_AND_BACK =
      """
      return Array.from(document.querySelectorAll('figure.player')).map((figure) => {
        const player = figure.player;
        const face = () => ['.stage', '[role=status]', '.where', '.number'].map((part) =>
          figure.querySelector(part).innerHTML).join('\\n')
          + Array.from(figure.querySelectorAll('.score li')).map((line) => line.className
            + line.getAttribute('aria-current')).join();
        const there = [];
        for (let row = 0; row <= player.last; row++) { player.show(row); there.push(face()); }
        let different = 0;
        for (let row = player.last; row >= 0; row--) {
          player.show(row);
          if (face() !== there[row]) different++;
        }
        player.show(player.last);
        player.show(3);
        if (face() !== there[3]) different++;
        return [there.length > 5, new Set(there).size === there.length, different].join();
      });
      """;

  /** Of each player: does it open where its page says, as the same row later, with Home at 1. */
  private static final String OPENING =
      """
      return Array.from(document.querySelectorAll('figure.player')).map((figure) => {
        const player = figure.player;
        const face = () => ['.stage', '[role=status]', '.where', '.number', '.score'].map((part) =>
          figure.querySelector(part).innerHTML).join();
        const opened = player.at();
        const words = figure.querySelector('[aria-current=step] p').textContent;
        const first = face();
        figure.querySelector('[aria-label="To the first step"]').click();
        const home = player.at();
        player.show(opened);
        return [opened > 0, home, words, face() === first].join('|');
      });
      """;

  /** What the player says has news, and what the kernel then tells, wait by wait. */
  private static final String FORETOLD =
      """
      const play = document.querySelector('figure.player').player.play;
      const waits = [];
      play.rows.forEach((row, i) => {
        const call = /^epoll_wait\\((\\d+), \\[(.*)\\], /.exec(play.step(i).line || '');
        if (!call) return;
        const list = Object.values(play.stateAt(i - 1).lists[call[1]]);
        waits.push(list.some((entry) => entry.armed && entry.news) + ' ' + (call[2] !== ''));
      });
      return waits;
      """;

  /** The rows of a page's players at which no code is shown. */
  private static final String WITHOUT_CODE =
      """
      return Array.from(document.querySelectorAll('figure.player')).flatMap((figure) => {
        const player = figure.player;
        return player.play.rows.map((row, i) => i).filter((i) => {
          player.show(i);
          return !figure.querySelector('.where code') || !figure.querySelector('.place').textContent;
        });
      });
      """;

  private static final String AT = "return document.querySelector('figure.player').player.at()";

  private final FinishedBook book;
  private final HtmlChecker checker;
  private final Optional<Chromium> found = Chromium.find();
  @TempDir private Path folder;

  PlayerInBrowserTest(FinishedBook book, HtmlChecker checker) {
    this.book = book;
    this.checker = checker;
  }

  @AfterAll
  void close() {
    found.ifPresent(Chromium::close);
  }

  @TestFactory
  Stream<DynamicTest> thePlayer() {
    return found.stream()
        .flatMap(
            browser ->
                Stream.of(
                    dynamicTest("forwardAndBackLeadToTheSame", () -> thereAndBack(browser)),
                    dynamicTest("itOpensWhereItIsWorthSeeing", () -> lookAtOnce(browser)),
                    dynamicTest("theKernelTellsWhatTheStageForetold", () -> foretell(browser)),
                    dynamicTest("noStepIsWithoutCode", () -> lookForCode(browser)),
                    dynamicTest("whatIsPlayedIsValid", () -> check(browser)),
                    dynamicTest("keysWorkWhereTheFocusIsAndNowhereElse", () -> pressKeys(browser)),
                    dynamicTest("playingEndsAtTheLastStep", () -> playToTheEnd(browser)),
                    dynamicTest("eachStepIsSaidAloud", () -> listen(browser)),
                    dynamicTest("itsCodeLeadsToTheSource", () -> followCode(browser))));
  }

  private void chapter(Chromium browser, int number) {
    browser.stage(1440, "light");
    browser.open(book.folder().resolve("chapter" + number + ".html"), "");
  }

  private void thereAndBack(Chromium browser) {
    for (int number : new int[] {2, 3, 5}) {
      chapter(browser, number);
      List<?> players = (List<?>) browser.run(THERE_AND_BACK);
      assertTrue(players.size() > 0);
      players.forEach(player -> assertEquals("true,true,0", player));
    }
  }

  private void lookAtOnce(Chromium browser) {
    assertOpening(browser, 2, "A letter comes. Who tells of it?");
    assertOpening(browser, 3, "The picture has 100,000 bytes, and the guest takes his time.");
    assertOpening(
        browser,
        5,
        "While the house sleeps, a friend sends one byte.",
        "A guest knocks at port 1040.",
        "The prince looks: nothing",
        "The prince looks: nothing");
  }

  private void assertOpening(Chromium browser, int number, String... words) {
    chapter(browser, number);
    List<String> expected = Stream.of(words).map(each -> "true|0|" + each + "|true").toList();
    assertEquals(expected, browser.run(OPENING));
  }

  private void foretell(Chromium browser) {
    chapter(browser, 2);
    List<?> waits = (List<?>) browser.run(FORETOLD);
    assertTrue(waits.contains("true true") && waits.contains("false false"), waits.toString());
    waits.forEach(wait -> assertTrue(List.of("true true", "false false").contains(wait)));
  }

  private void lookForCode(Chromium browser) {
    for (int number : new int[] {2, 3, 5}) {
      chapter(browser, number);
      assertEquals(List.of(), browser.run(WITHOUT_CODE));
    }
  }

  private void check(Chromium browser) throws Exception {
    for (int number : new int[] {2, 3, 5}) {
      chapter(browser, number);
      browser.run("document.querySelectorAll('figure.player').forEach((f) => f.player.show(9))");
      assertEquals(List.of(), checker.complaints(browser, folder));
    }
  }

  private void pressKeys(Chromium browser) {
    chapter(browser, 2);
    Object opened = browser.run(AT);
    browser.press("n", Keys.ARROW_RIGHT, Keys.END);
    assertEquals(opened, browser.run(AT));
    browser.run("document.querySelector('.player .play').focus({preventScroll: true})");
    browser.press(Keys.HOME, "nnb");
    assertEquals(1L, browser.run(AT));
    browser.press(Keys.END);
    assertEquals(browser.run(AT.replace("at()", "last")), browser.run(AT));
    browser.press(Keys.HOME, Keys.ARROW_RIGHT);
    assertEquals(0L, browser.run(AT));
    browser.run("document.querySelector('.player input[type=range]').focus()");
    browser.press(Keys.ARROW_RIGHT);
    assertEquals(1L, browser.run(AT));
  }

  private void playToTheEnd(Chromium browser) {
    chapter(browser, 2);
    String play = "const one = document.querySelector('figure.player');";
    browser.run(play + "one.player.show(one.player.last - 1); one.player.toggle()");
    assertEquals(browser.run(AT.replace("at()", "last")), browser.run(AT));
    assertEquals("Play", browser.run(play + "return one.querySelector('.play').textContent"));
  }

  private void listen(Chromium browser) {
    chapter(browser, 2);
    String said =
        "const one = document.querySelector('figure.player'); one.player.show(2);"
            + "return one.querySelector('[role=status]').textContent + '|'"
            + " + one.querySelector('input').getAttribute('aria-valuetext') + '|'"
            + " + one.querySelector('[aria-current=step] p').textContent";
    String words = "The steward puts the prince on the level list: IN, told by level.";
    assertEquals(words + "|Step 3 of 30: " + words + "|" + words, browser.run(said));
  }

  private void followCode(Chromium browser) {
    chapter(browser, 2);
    String link =
        (String)
            browser.run(
                "const one = document.querySelector('figure.player'); one.player.show(6);"
                    + "return one.querySelector('.place a').href");
    String here = (String) browser.run("return document.querySelector('.here').textContent.trim()");
    browser.open(link);
    String script = "return document.querySelector(location.hash).textContent.trim()";
    assertEquals(here, browser.run(script));
  }
}
