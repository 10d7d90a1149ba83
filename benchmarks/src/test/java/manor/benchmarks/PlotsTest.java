package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotsTest {
  private final Plot bars = new Gallery(SampleSheet.server(), PlotWidth.WIDE).plots().get(0);

  @Test
  void aPlotSaysInWordsWhatItShows() throws Exception {
    DrawnPlot plot = DrawnPlot.of(bars);
    assertEquals("img", plot.root().getAttribute("role"));
    assertEquals(
        "keep-alive, 512 connections; processor time a request, microseconds: "
            + "C epoll loop 5.00, to 40.0; Manor, chapter 4 6.00, to 60.0; "
            + "Netty, native epoll 10.0, to 80.0.",
        plot.each("desc").findFirst().orElseThrow().getTextContent());
  }

  @Test
  void barsAreAsLongAsTheirMedians() throws Exception {
    List<Double> lengths = lengths(bars);
    assertEquals(2.0, lengths.get(2) / lengths.get(0), 0.01);
  }

  private static List<Double> lengths(Plot plot) throws Exception {
    return DrawnPlot.of(plot).each("rect").map(bar -> DrawnPlot.number(bar, "width")).toList();
  }

  /** In the book the theme styles it; a style of its own would leak into the page. */
  @Test
  void onlyAloneItBringsAStyle() throws Exception {
    assertFalse(bars.svg().contains("<style"));
    Plot alone = new Plot(bars.name(), Svg.alone(bars));
    assertTrue(alone.svg().contains("prefers-color-scheme: dark"));
    String style = DrawnPlot.of(alone).each("style").findFirst().orElseThrow().getTextContent();
    DrawnPlot.of(bars)
        .each("path")
        .map(path -> "." + path.getAttribute("class") + " {")
        .forEach(named -> assertTrue(style.contains(named), named));
  }

  @Test
  void wordsAreNotTakenForMarks() throws Exception {
    Plot plot = drawn(bar("a < b & c", 5, 4, 6));
    assertTrue(plot.svg().contains("a &lt; b &amp; c"));
    assertEquals("a < b & c", DrawnPlot.of(plot).words().get(2).text());
  }

  private static Plot drawn(BarPlot.Bar... bars) {
    BarPlot.Group group = new BarPlot.Group("title", "measured", List.of(bars));
    return new BarPlot("p", "t", List.of(group)).draw(PlotWidth.WIDE);
  }

  private static BarPlot.Bar bar(String label, double median, double low, double high) {
    return new BarPlot.Bar(label, new Spread(median, low, high), false);
  }

  /** One that is far longer than most would leave nothing to be seen of the others. */
  @Test
  void aBarThatIsFarLongerHasAGapAndTellsItsValue() throws Exception {
    BarPlot.Bar one = bar("one", 1, 1, 1);
    Plot plot = drawn(one, one, bar("far", 50, 49, 51));
    List<Double> lengths = lengths(plot);
    assertEquals(BarPlot.MOST_TIMES, lengths.get(2) / lengths.get(0), 0.1);
    assertEquals(2, gaps(plot), "one on the bar, one in the key");
    assertEquals(0, gaps(drawn(one, one, bar("near", 3, 2, 3))));
    assertTrue(told(plot).contains("50.0, to 51.0"), told(plot).toString());
    assertTrue(told(plot).contains("too long to be drawn in full"));
  }

  /** A gap is the only stroke of paper that slants. */
  private static int gaps(Plot plot) throws Exception {
    return DrawnPlot.of(plot).strokes("rim").size();
  }

  private static List<String> told(Plot plot) throws Exception {
    return DrawnPlot.of(plot).words().stream().map(DrawnPlot.Words::text).toList();
  }

  @Test
  void aSpreadThatGoesOnHasAnArrowAndTellsHowFar() throws Exception {
    BarPlot.Bar one = bar("one", 1, 1, 1);
    Plot plot = drawn(one, one, bar("far", 2, 1, 600));
    assertEquals(2, DrawnPlot.of(plot).each("path", "dot").count(), "and one in the key");
    assertTrue(told(plot).contains("2.00, to 600"), told(plot).toString());
    Plot whole = drawn(one, one, bar("near", 2, 1, 3));
    assertEquals(0, DrawnPlot.of(whole).each("path", "dot").count());
    assertTrue(told(whole).contains("2.00"));
  }

  @Test
  void eachTenTimesMoreIsAnEqualStepBothWays() throws Exception {
    List<Line2D> steps = steps(point(1, 1), point(10, 10), point(100, 100));
    assertEquals(steps.get(0).getX2() - steps.get(0).getX1(), width(steps.get(1)), 0.2);
    assertEquals(
        steps.get(0).getY1() - steps.get(0).getY2(),
        steps.get(1).getY1() - steps.get(1).getY2(),
        0.2);
  }

  /** It has no logarithm. */
  @Test
  void aCountOfNoneHasAPlaceOfItsOwnBesideAGapInTheAxis() throws Exception {
    List<Line2D> steps = steps(point(0, 1), point(10, 10), point(100, 100));
    assertEquals(3, width(steps.get(1)) / width(steps.get(0)), 0.05);
    assertEquals(1, gaps(plot(point(0, 1), point(10, 10))));
    assertEquals(0, gaps(plot(point(1, 1), point(10, 10))));
  }

  private static double width(Line2D step) {
    return step.getX2() - step.getX1();
  }

  private static List<Line2D> steps(LinePlot.Point... points) throws Exception {
    return DrawnPlot.of(plot(points)).strokes("redline").stream()
        .filter(stroke -> width(stroke) > 0)
        .toList();
  }

  private static Plot plot(LinePlot.Point... points) {
    LinePlot.Line line = new LinePlot.Line("poll", "red", List.of(points));
    return new LinePlot("p", "t", "across", "upward", List.of(line)).draw(PlotWidth.WIDE);
  }

  private static LinePlot.Point point(double count, double value) {
    return new LinePlot.Point(count, new Spread(value, value, value));
  }

  @Test
  void longWordsGoOnAfterACommaIfTheyMay() {
    assertEquals(
        List.of("Netty, native epoll"), Lettering.lines("Netty, native epoll", false, 200));
    assertEquals(
        List.of("a short one,", "and more"), Lettering.lines("a short one, and more", false, 135));
    assertEquals(
        List.of("LinuxKernel of", "chapter 1"),
        Lettering.lines("LinuxKernel of chapter 1", true, 140));
    assertEquals(
        List.of("Incomprehensible", "so"), Lettering.lines("Incomprehensible so", false, 9));
  }
}
