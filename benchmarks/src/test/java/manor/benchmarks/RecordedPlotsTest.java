package manor.benchmarks;

import static manor.benchmarks.DrawnPlot.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plots of the book can be read, on a page and on a telephone, and say the same on both. */
class RecordedPlotsTest {
  private static final List<String> LINES = List.of("gold", "greenline", "blueline", "redline");

  private final BookPages book = new BookPages(Path.of("").toAbsolutePath().getParent());

  private List<Plot> plots(PlotWidth width) throws IOException {
    return book.sheets().stream()
        .flatMap(sheet -> new Gallery(sheet, width).plots().stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void noWordsLieOutsideTheDrawing(PlotWidth width) throws Exception {
    for (Plot plot : plots(width)) {
      DrawnPlot drawn = DrawnPlot.of(plot);
      assertEquals(width.width(), drawn.paper().width, plot.name());
      for (DrawnPlot.Words words : drawn.words()) {
        assertTrue(drawn.paper().contains(words.place()), plot.name() + ": " + words);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noWordsLieOnOthers(PlotWidth width) throws Exception {
    for (Plot plot : plots(width)) {
      List<DrawnPlot.Words> all = DrawnPlot.of(plot).words();
      for (int i = 0; i < all.size(); i++) {
        for (DrawnPlot.Words other : all.subList(i + 1, all.size())) {
          assertFalse(all.get(i).meet(other), plot.name() + ": " + all.get(i) + ", " + other);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noLineGoesThroughWords(PlotWidth width) throws Exception {
    for (Plot plot : plots(width)) {
      DrawnPlot drawn = DrawnPlot.of(plot);
      for (DrawnPlot.Words words : drawn.words()) {
        assertTrue(
            LINES.stream()
                .flatMap(style -> drawn.strokes(style).stream())
                .noneMatch(line -> line.intersects(words.place())),
            plot.name() + ": " + words);
      }
    }
  }

  /** Beside all the words there is room for what they are about. */
  @ParameterizedTest
  @EnumSource
  void aLineHasHalfOfTheWidthAndABarNearlyAThird(PlotWidth width) throws Exception {
    for (Plot plot : plots(width)) {
      DrawnPlot drawn = DrawnPlot.of(plot);
      double axis = drawn.strokes("line").stream().mapToDouble(RecordedPlotsTest::span).sum();
      double bars =
          ends(drawn) - drawn.each("rect").mapToDouble(bar -> number(bar, "x")).max().orElse(0);
      assertTrue(
          axis > width.width() / 2.0 || bars > width.width() * 0.3,
          plot.name() + ": " + axis + ", " + bars);
    }
  }

  /** Where the last of the bars and whiskers ends. */
  private static double ends(DrawnPlot drawn) {
    Stream<Double> bars = drawn.each("rect").map(bar -> number(bar, "x") + number(bar, "width"));
    Stream<Double> whiskers =
        drawn
            .each("path", "thick")
            .map(path -> path.getAttribute("d").replaceFirst(".*H([\\d.]+).*", "$1"))
            .map(Double::valueOf);
    return Stream.concat(bars, whiskers).max(Double::compare).orElse(0.0);
  }

  private static double span(Line2D line) {
    return line.getX2() - line.getX1();
  }

  @Test
  void bothWidthsTellTheSame() throws Exception {
    List<Plot> wide = plots(PlotWidth.WIDE);
    List<Plot> narrow = plots(PlotWidth.NARROW);
    for (int i = 0; i < wide.size(); i++) {
      DrawnPlot page = DrawnPlot.of(wide.get(i));
      DrawnPlot telephone = DrawnPlot.of(narrow.get(i));
      assertEquals(wide.get(i).name() + "-narrow", narrow.get(i).name());
      assertEquals(told(page), told(telephone));
    }
  }

  /** Words that go on in the next line are the same words. */
  private static List<String> told(DrawnPlot plot) {
    return Stream.of("title", "desc", "text")
        .flatMap(plot::each)
        .flatMap(element -> Stream.of(element.getTextContent().split(" ")))
        .sorted()
        .toList();
  }

  /** A scene that is shown twice is told apart by what was measured in it. */
  @Test
  void noHeadStandsTwice() throws Exception {
    List<String> heads = new ArrayList<>();
    for (Plot plot : plots(PlotWidth.WIDE)) {
      List<DrawnPlot.Words> words = DrawnPlot.of(plot).words();
      List<DrawnPlot.Words> left = words.stream().filter(each -> each.place().x == 4).toList();
      for (int i = 0; i + 1 < left.size(); i += 2) {
        heads.add(left.get(i).text() + ", " + left.get(i + 1).text());
      }
    }
    Set<String> different = new HashSet<>(heads);
    assertEquals(different.size(), heads.size(), heads.toString());
    assertTrue(
        heads.containsAll(
            List.of(
                ServerExperiment.AT_RATE + ", processor time a request, microseconds",
                ServerExperiment.AT_RATE
                    + ", what 99 of 100 requests waited at most, microseconds")),
        heads.toString());
  }
}
