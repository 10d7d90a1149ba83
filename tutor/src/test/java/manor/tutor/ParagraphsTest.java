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
  void noIndentationIsSoDeepThatNothingFits() {
    List<String> lines = Paragraphs.folded(" ".repeat(60) + "x".repeat(60), 20);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 20), lines::toString);
  }
}
