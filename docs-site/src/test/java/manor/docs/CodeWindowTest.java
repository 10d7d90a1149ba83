package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** How much of a file the player shows of the line that ran. */
class CodeWindowTest {
  private static final List<String> SHORT =
      List.of("  int bell;", "", "  void ring() {", "    bell++;", "  }", "", "  void open() {}");

  @Test
  void aMethodIsShownFromBeginningToEndAndWithoutItsNeighbours() {
    Elements lines = shown(SHORT, 4);

    assertEquals(List.of("void ring() {", "  bell++;", "}"), texts(lines));
    assertEquals(List.of("3", "4", "5"), lines.eachAttr("data-line"));
    assertEquals("  bell++;", lines.select(".here").get(0).wholeText().stripTrailing());
    assertEquals(0, lines.select(".goes-above, .goes-below").size());
  }

  @Test
  void whatGoesOnSaysSo() {
    List<String> all =
        Stream.of(List.of("a() {"), steps(20), List.of("}")).flatMap(List::stream).toList();

    Elements middle = shown(all, 10);
    Elements top = shown(all, 2);

    assertEquals(
        List.of("7", "13"),
        List.of(middle.get(0).attr("data-line"), middle.get(6).attr("data-line")));
    assertEquals(middle.get(0), middle.select(".goes-above").get(0));
    assertEquals(middle.get(6), middle.select(".goes-below").get(0));
    assertEquals("1", top.get(0).attr("data-line"));
    assertEquals(7, top.size());
    assertEquals(0, top.select(".goes-above").size());
  }

  @Test
  void tagsOfSnippetsAreLeftOutAndNotCounted() {
    Elements lines =
        shown(List.of("ring();", "// tag::a[]", "open();", "// end::a[]", "shut();"), 3);

    assertEquals(List.of("ring();", "open();", "shut();"), texts(lines));
    assertEquals(List.of("1", "3", "5"), lines.eachAttr("data-line"));
  }

  @Test
  void theEndOfTheClassIsNoPartOfItsLastMethod() {
    Elements lines = shown(List.of("  void ring() {", "    bell++;", "  }", "}"), 2);

    assertEquals(List.of("void ring() {", "  bell++;", "}"), texts(lines));
    assertEquals(0, lines.select(".goes-below").size());
  }

  @Test
  void aCommentMovesToTheLeftWithItsCode() {
    Elements lines = shown(List.of("    ring();", "    /* twice */", "    ring();"), 1);

    assertEquals(List.of("ring();", "/* twice */", "ring();"), texts(lines));
  }

  @Test
  void theCommentOnAMethodIsLeftToTheSource() {
    Elements lines = shown(List.of("/**", " * Rings.", " */", "ring() {", "  bell++;", "}"), 5);

    assertEquals(List.of("ring() {", "  bell++;", "}"), texts(lines));
    assertEquals(0, lines.select(".goes-above").size());
  }

  private static List<String> steps(int count) {
    return IntStream.range(0, count).mapToObj(i -> "  step(" + i + ");").toList();
  }

  private static Elements shown(List<String> code, int line) {
    return Jsoup.parse("<pre>" + CodeWindow.html(code, line)).select("span.line");
  }

  private static List<String> texts(Elements lines) {
    return lines.stream().map(Element::wholeText).map(String::stripTrailing).toList();
  }
}
