package manor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the book takes from the recorded sheets: every number, table and plot of its performance
 * page. The sheets are kept beside what was drawn from them, and the build draws them again and
 * compares.
 */
final class BookPages {
  private static final String BACK = "docs-site/src/docs/en/back";
  private static final String MEASURED = "measured/";

  private final Path folder;

  /**
   * The pages of one house.
   *
   * @param home the root of the repository
   */
  BookPages(Path home) {
    this.folder = home.resolve(BACK);
  }

  /** The sheets that are recorded, in the order of the topics. */
  List<Sheet> sheets() throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      Path file = file(topic);
      if (Files.exists(file)) {
        sheets.add(SheetFile.read(Files.readString(file)));
      }
    }
    return sheets;
  }

  Path file(Topic topic) {
    return folder.resolve(MEASURED + topic.typed() + ".json");
  }

  /** Keeps a sheet, and draws everything again. */
  void record(Sheet sheet) throws IOException {
    Files.createDirectories(folder.resolve(MEASURED));
    Files.writeString(file(sheet.topic()), SheetFile.write(sheet));
    redraw();
  }

  void redraw() throws IOException {
    for (Map.Entry<String, String> file : drawn(sheets()).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** The drawn files that are not as the sheets would have them now. */
  List<String> stale() throws IOException {
    List<String> stale = new ArrayList<>();
    for (Map.Entry<String, String> file : drawn(sheets()).entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        stale.add(file.getKey());
      }
    }
    return stale;
  }

  /** All that is drawn, by the name of its file. */
  static Map<String, String> drawn(List<Sheet> sheets) {
    Map<String, String> files = new TreeMap<>();
    Map<String, String> numbers = new TreeMap<>();
    for (Sheet sheet : sheets) {
      String topic = sheet.topic().typed();
      Views views = new Views(sheet);
      views
          .tables()
          .forEach(
              (scene, table) ->
                  files.put(MEASURED + topic + "-" + slug(scene) + ".adoc", table.asciiDoc()));
      for (PlotWidth width : PlotWidth.values()) {
        new Gallery(sheet, width)
            .plots()
            .forEach(plot -> files.put("pictures/" + plot.name() + ".svg", plot.svg()));
      }
      numbers.putAll(numbers(sheet, views));
    }
    StringBuilder attributes = new StringBuilder();
    numbers.forEach((name, value) -> attributes.append(":" + name + ": " + value + "\n"));
    files.put(MEASURED + "numbers.adoc", attributes.toString());
    return files;
  }

  /** What a page's text may name in braces. */
  private static Map<String, String> numbers(Sheet sheet, Views views) {
    String topic = sheet.topic().typed();
    Map<String, String> numbers = new TreeMap<>();
    numbers.put(topic + "-recorded", sheet.recorded());
    numbers.put(topic + "-command", sheet.command());
    sheet.machine().forEach((name, fact) -> numbers.put(topic + "-on-" + slug(name), fact));
    sheet.versions().forEach((name, fact) -> numbers.put(topic + "-with-" + slug(name), fact));
    for (Measure measure : sheet.measures()) {
      String metric = measure.metric().key();
      String name = slug(topic + "-" + measure.scene() + "-" + measure.subject() + "-" + metric);
      numbers.put(name, Figure.of(Spread.of(measure.values()).median()));
      views
          .ratio(measure.scene(), measure.subject(), measure.metric())
          .ifPresent(ratio -> numbers.put(name + "-ratio", Figure.ratio(ratio)));
    }
    return numbers;
  }

  /** Words as a name: {@code keep-alive-64-connections}. */
  static String slug(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<=\\d),(?=\\d)", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
