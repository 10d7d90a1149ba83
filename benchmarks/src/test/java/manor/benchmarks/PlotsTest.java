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
  void eachTenTimesMoreIsAnEqualStepUpward() throws Exception {
    LinePlot.Line line =
        new LinePlot.Line("poll", "red", List.of(point(0, 1), point(5, 10), point(10, 100)));
    String svg = new LinePlot("p", "t", "across", "upward", List.of(line)).draw().svg();
    assertTrue(svg.contains("class=\"redline\" d=\"M62.0 276.0L245.0 158.0L428.0 40.0\""), svg);
    parsed(svg);
  }

  private static LinePlot.Point point(double count, double value) {
    return new LinePlot.Point(count, new Spread(value, value, value));
  }

  /** One that is far longer than most would leave nothing to be seen of the others. */
  @Test
  void aBarThatIsFarLongerIsCutAndSaysSo() throws Exception {
    BarPlot.Bar one = new BarPlot.Bar("one", new Spread(1, 1, 1), false);
    BarPlot.Bar far = new BarPlot.Bar("far", new Spread(50, 49, 51), false);
    String svg =
        new BarPlot("p", "t", "u", List.of(new BarPlot.Group("g", List.of(one, one, far))))
            .draw()
            .svg();
    NodeList rects = parsed(svg).getElementsByTagName("rect");
    assertEquals(BarPlot.MOST_TIMES, width(rects, 2) / width(rects, 0), 0.1);
    assertTrue(parsed(svg).getTextContent().contains("50.0, cut"));
  }
}
