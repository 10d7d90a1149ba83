package manor.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A picture of who was told by which wait, filled in from the table that a run printed: each {@code
 * circle} names its row and its column there, and {@code {told}} in its text becomes the same in
 * words.
 */
final class ToldPicture {
  private static final String TOLD = "told";

  private final Document picture;
  private final List<String> transcript;
  private final Map<String, List<Integer>> tellings = new TreeMap<>();

  /** The picture, still empty, and what the run printed. */
  ToldPicture(String svg, String transcript) {
    this.picture = Jsoup.parse(svg, "", Parser.xmlParser());
    picture.outputSettings().prettyPrint(false);
    this.transcript = transcript.lines().toList();
  }

  /**
   * The picture as the run went.
   *
   * @throws IllegalArgumentException when the run printed no such row or column
   */
  String svg() {
    for (Element circle : picture.select("circle[data-way]")) {
      boolean told = told(circle.attr("data-wait"), circle.attr("data-way"));
      circle.attr("class", told ? "goldfill" : "dashed");
      List<Integer> waits =
          tellings.computeIfAbsent(circle.attr("data-way"), way -> new ArrayList<>());
      if (told) {
        waits.add(number(circle));
      }
    }
    return picture.outerHtml().replace("{told}", words());
  }

  private int number(Element circle) {
    String way = circle.attr("data-way");
    return 1 + picture.select("circle[data-way=" + way + "]").indexOf(circle);
  }

  private boolean told(String wait, String way) {
    String row = line(wait);
    int column = line("").indexOf(way);
    if (column < 0) {
      throw new IllegalArgumentException("the run printed no column '" + way + "'");
    }
    return row.startsWith(TOLD, column);
  }

  /** The row of a wait; of none: the head of the table. */
  private String line(String wait) {
    return transcript.stream()
        .filter(
            line -> wait.isEmpty() ? line.matches("\\s{8,}\\w.*") : line.strip().startsWith(wait))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the run printed no row '" + wait + "'"));
  }

  private String words() {
    return tellings.entrySet().stream()
        .map(entry -> entry.getKey() + " is told by the waits " + listed(entry.getValue()))
        .collect(Collectors.joining("; ", "In the run of this page ", "."));
  }

  private static String listed(List<Integer> waits) {
    return waits.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
