package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a picture shows of a run is what the run printed. */
class PictureTest {
  private static final String RUN =
      """
      He knocks.
      write(3, "knock", 5) = 5
      write(3, "knock", 5) = -1 EAGAIN

                       level    edge
        the first      told     -
      close(3) = 0
      """;

  @Test
  void aNameStandsForWhatTheRunPrintedThere() {
    String svg = drawn("write({fd}, \"knock\", {size}) = {count}", "{fd}: {count} of {size}");
    assertTrue(svg.contains("<text>3: 5 of 5</text>"), svg);
    assertTrue(!svg.contains("metadata"), svg);
  }

  @Test
  void linesAreFoundInTheirOrder() {
    String lines =
        "write({fd}, \"knock\", {size}) = {count}\nwrite({fd}, \"knock\", 5) = {again} E";
    assertTrue(drawn(lines, "{again}").contains("<text>-1</text>"));
    assertFault("the run printed no line such as: write({fd}", lines + "\nwrite({fd},", "");
  }

  @Test
  void aNameThatStandsTwiceMeansTheSame() {
    assertTrue(drawn("write({n},\nclose({n})", "{n}").contains("<text>3</text>"));
    assertFault("no line such as: close({n})", "\"knock\", {n})\nclose({n})", "{n}");
  }

  @Test
  void spacesAreAsManyAsTheyLikeAndADashIsANoInWords() {
    String svg = drawn("level edge\nthe first {level} {edge}", "{level} {edge}", "{level}, {edge}");
    assertTrue(svg.contains("<desc>told, no</desc><text>told -</text>"), svg);
  }

  @Test
  void aNumberThatNoRunPrintedIsAFault() {
    assertFault("no run has printed the number 7", "", "7 guests");
    assertFault("no run has printed the number 12", "write({fd},", "{fd} 12");
    assertEquals(svg("", "7 guests", ""), new Picture(svg("", "7 guests", "")).asDrawn());
  }

  @Test
  void aNameThatNoLineHasIsAFault() {
    assertFault("nothing of a run is called {door}", "write({fd},", "{door}");
  }

  @Test
  void aPictureIsSoundAndSaysWhatItShows() {
    assertWrong("line 2 is no XML", "<svg>\n<g></svg>");
    assertWrong("says nothing", "<svg role=\"img\" aria-labelledby=\"a\"></svg>");
    assertWrong("says nothing", svg("", "", "").replace("A title", " "));
    assertWrong("says nothing", svg("", "", "").replace("id=\"t\"", "id=\"u\""));
  }

  private static void assertWrong(String told, String svg) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Picture(svg)).getMessage();
    assertTrue(message.contains(told), message);
  }

  private static void assertFault(String told, String lines, String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> drawn(lines, text)).getMessage();
    assertTrue(message.contains(told), message);
  }

  private static String drawn(String lines, String text) {
    return drawn(lines, text, "");
  }

  private static String drawn(String lines, String text, String desc) {
    return new Picture(svg(lines, text, desc)).after(RUN).svg();
  }

  private static String svg(String lines, String text, String desc) {
    return "<svg role=\"img\" aria-labelledby=\"t\">"
        + (lines.isEmpty() ? "" : "<metadata>\n" + lines + "\n</metadata>\n")
        + "<title id=\"t\">A title</title><desc>"
        + desc
        + "</desc><text>"
        + text
        + "</text></svg>";
  }
}
