package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotsTest {
  private static final Spread FIVE = new Spread(5, 4, 6);

  private final Plot bars = new Gallery(SampleSheet.server()).plots().get(0);

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  @Test
  void aPlotSaysInWordsWhatItShows() throws Exception {
    Element svg = parsed(bars.svg());
    assertEquals("img", svg.getAttribute("role"));
    String words = svg.getElementsByTagName("desc").item(0).getTextContent();
    assertTrue(words.contains("C epoll loop 5.00, Manor, chapter 4 6.00"), words);
  }

  @Test
  void barsAreAsLongAsTheirMedians() throws Exception {
    NodeList rects = parsed(bars.svg()).getElementsByTagName("rect");
    double c = width(rects, 0);
    assertEquals(2.0, width(rects, 2) / c, 0.01);
  }

  private static double width(NodeList rects, int index) {
    return Double.parseDouble(((Element) rects.item(index)).getAttribute("width"));
  }

  /** In the book the theme styles it; a style of its own would leak into the page. */
  @Test
  void onlyAloneItBringsAStyle() throws Exception {
    assertFalse(bars.svg().contains("<style"));
    assertTrue(Svg.alone(bars).contains("prefers-color-scheme: dark"));
    parsed(Svg.alone(bars));
  }

  @Test
  void wordsAreNotTakenForMarks() throws Exception {
    BarPlot.Bar bar = new BarPlot.Bar("a < b & c", FIVE, false);
    BarPlot.Group group = new BarPlot.Group("<group>", List.of(bar));
    String svg = new BarPlot("p", "t > s", "u", List.of(group)).draw().svg();
    assertTrue(parsed(svg).getTextContent().contains("a < b & c"));
  }

  @Test
  void linesGoThroughTheirMedians() throws Exception {
    LinePlot.Line line =
        new LinePlot.Line(
            "poll",
            "red",
            List.of(new LinePlot.Point(0, FIVE), new LinePlot.Point(10, new Spread(10, 9, 10))));
    String svg = new LinePlot("p", "t", "across", "upward", List.of(line)).draw().svg();
    assertTrue(svg.contains("class=\"redline\" d=\"M62.0 158.0L428.0 40.0\""), svg);
    parsed(svg);
  }

  @Test
  void axesEndAtNumbersThatAreEasyToDivide() {
    assertEquals(6, LinePlot.nice(4.1));
    assertEquals(400, LinePlot.nice(400));
    assertEquals(1000, LinePlot.nice(801));
  }
}
