package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the book says of performance was measured, with what the build brings, and is as drawn. */
class BookPagesTest {
  private static final String AGAIN = "type ./manor bench --redraw, or --record to measure again";

  private final BookPages book = new BookPages(Path.of("").toAbsolutePath().getParent());

  @TempDir private Path house;

  @Test
  void everythingThatCanBeMeasuredIsRecorded() throws IOException {
    Set<Topic> recorded =
        book.sheets().stream()
            .map(Sheet::topic)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    assertEquals(EnumSet.allOf(Topic.class), recorded, AGAIN);
  }

  @Test
  void everyTableAndPlotIsAsItsNumbersSay() throws IOException {
    assertEquals(List.of(), book.stale(), AGAIN);
  }

  @Test
  void whatWasMeasuredIsWhatTheBuildBrings() throws IOException {
    for (Sheet sheet : book.sheets()) {
      Machine.ofTheBuild()
          .forEach(
              (name, version) ->
                  assertEquals(version, sheet.versions().get(name), name + "; " + AGAIN));
    }
  }

  @Test
  void everySceneOfTheServersIsRecorded() throws IOException {
    Sheet server = book.sheets().get(0);
    assertEquals(List.copyOf(ServerExperiment.scenes().keySet()), server.scenes(), AGAIN);
  }

  @Test
  void aGlanceIsNotInTheBook() throws IOException {
    assertTrue(
        book.sheets().stream().noneMatch(sheet -> sheet.command().contains("--quick")), AGAIN);
  }

  @Test
  void whatIsRecordedIsDrawn() throws IOException {
    BookPages own = new BookPages(house);
    own.record(SampleSheet.server());
    assertEquals(List.of(SampleSheet.server()), own.sheets());
    assertEquals(List.of(), own.stale());
  }

  @Test
  void aNumberThatWasChangedByHandIsFound() throws IOException {
    BookPages own = new BookPages(house);
    own.record(SampleSheet.server());
    Path json = own.file(Topic.SERVER);
    Files.writeString(json, Files.readString(json).replace("8, 10, 80", "3, 3, 3"));
    assertEquals(
        List.of(
            "measured/numbers.adoc",
            "measured/server-keep-alive-512-connections.adoc",
            "pictures/plot-keep-alive-narrow.svg",
            "pictures/plot-keep-alive.svg"),
        own.stale());
  }

  @Test
  void thePageMayNameEveryNumber() {
    String numbers = BookPages.drawn(List.of(SampleSheet.server())).get("measured/numbers.adoc");
    assertTrue(numbers.contains("\n:server-keep-alive-512-connections-manor-cpu: 6.00\n"), numbers);
    assertTrue(numbers.contains("-netty-cpu-ratio: 2.00\n"), numbers);
    assertTrue(numbers.contains(":server-on-processor: A <fast> one\n"), numbers);
  }

  @Test
  void aNameHasNoSpacesAndNoCommas() {
    assertEquals("16-busy-10000-idle", BookPages.slug("16 busy, 10,000 idle"));
  }
}
