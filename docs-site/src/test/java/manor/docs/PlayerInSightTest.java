package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of the run player is in sight, wide and narrow, in a real browser; without one nothing. */
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayerInSightTest {
  /** How many heights each player has. */
  private static final String HEIGHTS =
      """
      return Array.from(document.querySelectorAll('figure.player')).map((figure) => {
        const heights = figure.player.play.rows.map((row, i) => {
          figure.player.show(i);
          return figure.offsetHeight;
        });
        return new Set(heights).size;
      });
      """;

  /** The rows that are not wholly in sight when they are shown, or under the fading edge. */
  private static final String CUT =
      """
      return Array.from(document.querySelectorAll('figure.player')).flatMap((figure) => {
        const player = figure.player;
        const roll = figure.querySelector('.roll');
        const frame = figure.querySelector('.frame');
        const fade = (side) => parseFloat(getComputedStyle(roll, '::' + side).opacity)
          * parseFloat(getComputedStyle(roll, '::' + side).height);
        return player.play.rows.map((row, i) => i).filter((i) => {
          player.show(i);
          const seen = frame.getBoundingClientRect();
          const row = figure.querySelector('.score .now').getBoundingClientRect();
          const above = frame.scrollTop > 2;
          const below = frame.scrollTop + frame.clientHeight < frame.scrollHeight - 2;
          return row.top < seen.top + fade('before') || row.bottom > seen.bottom - fade('after') + 1
            || above !== fade('before') > 0 || below !== fade('after') > 0;
        });
      });
      """;

  /** How often the words of a step stand where an eye sees them. */
  private static final String SEEN =
      """
      const figure = document.querySelector('figure.player');
      figure.player.show(arguments[0]);
      const words = figure.querySelector('.score .now p').textContent;
      return Array.from(figure.querySelectorAll('p')).filter((each) =>
        !each.closest('li:not(.now)') && each.textContent === words
        && each.getBoundingClientRect().width > 2).length;
      """;

  private final FinishedBook book;
  private final Optional<Chromium> found = Chromium.find();

  PlayerInSightTest(FinishedBook book) {
    this.book = book;
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
                    dynamicTest("nothingJumpsFromStepToStep", () -> watchHeights(browser)),
                    dynamicTest("theStepIsWhollyInSight", () -> lookForCuts(browser)),
                    dynamicTest("itsWordsAreSeenOnce", () -> countWords(browser)),
                    dynamicTest("itFitsAWindowThatBecomesNarrow", () -> makeNarrow(browser))));
  }

  private void open(Chromium browser, int chapter, int width) {
    browser.stage(width, "light");
    browser.open(book.folder().resolve("chapter" + chapter + ".html"), "");
  }

  private void watchHeights(Chromium browser) {
    for (int number : new int[] {2, 3, 5}) {
      for (int width : new int[] {1440, 360}) {
        open(browser, number, width);
        ((List<?>) browser.run(HEIGHTS)).forEach(heights -> assertEquals(1L, heights));
      }
    }
  }

  private void lookForCuts(Chromium browser) {
    for (int number : new int[] {2, 3, 5}) {
      for (int width : new int[] {1440, 360}) {
        open(browser, number, width);
        assertEquals(List.of(), browser.run(CUT), "chapter " + number + ", " + width + " px");
      }
    }
  }

  private void countWords(Chromium browser) {
    open(browser, 2, 1440);
    assertEquals(1L, browser.run(SEEN, 0));
    assertEquals(1L, browser.run(SEEN, 9));
  }

  private void makeNarrow(Chromium browser) {
    open(browser, 2, 360);
    String height = "document.querySelector('figure.player').offsetHeight";
    Object narrow = browser.run("return " + height);
    open(browser, 2, 1440);
    browser.stage(360, "light");
    Object narrowed =
        browser.await(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame("
                + ("() => requestAnimationFrame(() => done(" + height + "))))"));
    assertEquals(narrow, narrowed);
  }
}
