package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final String SCENE = "keep-alive, 512 connections";

  private final Views views = new Views(SampleSheet.server());

  @Test
  void theCheapestStandsFirst() {
    assertEquals(List.of("c", "manor", "netty"), views.ranked(SCENE, Metric.CPU));
  }

  @Test
  void theOthersAreComparedWithTheFirstOfTheSheet() {
    assertEquals(2.0, views.ratio(SCENE, "netty", Metric.CPU).orElseThrow().median());
    assertEquals(1.0, views.ratio(SCENE, "c", Metric.CPU).orElseThrow().median());
  }

  @Test
  void neighboursWhoseRoundsOverlapAreToldApartFromTheOthers() {
    assertEquals(
        List.of("C epoll loop and Manor, chapter 4", "Manor, chapter 4 and Netty, native epoll"),
        views.tooClose(SCENE, Metric.CPU));
  }

  @Test
  void aTableFitsATerminal() {
    Table table = views.tables().get(SCENE);
    assertTrue(table.text().stream().allMatch(line -> line.length() < 80), table.text().toString());
    assertTrue(
        table.text().get(3).matches("  Manor, chapter 4 +6\\.00 +6\\.00\\.\\.60\\.0 +1\\.50 .*"),
        table.text().get(3));
  }

  @Test
  void aTableOfTheBookHasACellForEachButARangeStandsWithItsMedian() {
    String text = views.tables().get(SCENE).asciiDoc();
    assertTrue(
        text.contains("|C epoll loop |5.00 [.range]##4.00..40.0## |1.00 |123,000 |1.50\n"), text);
  }
}
