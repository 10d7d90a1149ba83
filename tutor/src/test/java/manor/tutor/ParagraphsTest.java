package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
  @Test
  void whatAnAuthorBrokeOnlyToFitIsJoined() {
    String text = "A line of more than fifty-six characters was broken here\nand goes on.";
    assertEquals(
        List.of("A line of more than fifty-six characters was broken here and goes on."),
        Paragraphs.fit(text, 78));
  }

  @Test
  void theHeadOfAListStandsAlone() {
    String text =
        "A line of more than fifty-six characters ends right here.\n"
            + "The last system calls:\n  read(0, 64) = 0";
    assertEquals(text.lines().toList(), Paragraphs.fit(text, 78));
  }

  @Test
  void codeThatDoesNotFitGoesOnFurtherIn() {
    assertEquals(
        List.of("  int one =", "      two +", "      three;"),
        Paragraphs.folded("  int one = two + three;", 12));
    assertEquals("fits", Paragraphs.folded("fits", 4).get(0));
  }

  @Test
  void aSystemCallThatDoesNotFitKeepsItsAnswer() {
    String call = "epoll_ctl(0, EPOLL_CTL_MOD, 1, {events=EPOLLIN, data=4294967304})";
    String fitted = Paragraphs.cutMiddle(call + " = -1 ENOENT (No such file or directory)", 76);
    assertTrue(fitted.startsWith("epoll_ctl(0, EPOLL_CTL_MOD, 1, {events=EPOLLIN"), fitted);
    assertTrue(fitted.endsWith(" = -1 ENOENT"), fitted);
    assertTrue(fitted.length() <= 76, fitted);
    String read = "read(3, 0x..., 16) = -1 EAGAIN (Resource temporarily unavailable)";
    assertEquals(read, Paragraphs.cutMiddle(read, 76));
  }

  @Test
  void noIndentationIsSoDeepThatNothingFits() {
    List<String> lines = Paragraphs.folded(" ".repeat(60) + "x".repeat(60), 20);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 20), lines::toString);
  }

  @Test
  void aTaskLosesNothingWhereThereIsLittleRoom() {
    assertEquals(List.of("  1. one two", "      three"), Paragraphs.fit("  1. one two three", 13));
    assertEquals(List.of("  1. one t..."), Paragraphs.fitInColumns("  1. one two three", 13));
  }

  @Test
  void aWordWithAColonInTheMiddleOfASentenceDoesNotBeginAnew() {
    String text =
        "A task wants something done, and it wants it done on its\n"
            + "descriptor: an attempt, which answers with a value.";
    assertEquals(1, Paragraphs.fit(text, 120).size());
  }

  @Test
  void ofAPaintedLineOnlyWhatIsSeenCounts() {
    String painted = "\033[1mh\033[0m hint   \033[1mt\033[0m task";
    assertEquals(painted, Paragraphs.cutPainted(painted, 15));
    assertEquals("\033[1mh\033[0m hint  \033[0m...", Paragraphs.cutPainted(painted, 11));
    assertEquals(11, Paragraphs.columns(Paragraphs.cutPainted(painted, 11)));
    assertEquals("plain...", Paragraphs.cutPainted("plain words", 8));
  }
}
