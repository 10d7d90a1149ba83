package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A recorded run with the code it ran, for the player to play. */
final class PlayerFigure {
  private static final Pattern AT = Pattern.compile(",\"at\":\"([^\"]*)\"}$");
  private static final Pattern PLACE = Pattern.compile("(\\w+)\\.(\\w+):(\\d+)");
  private static final int LINES_AROUND = 3;

  private final CodeShelf shelf;
  private final Plays plays;

  PlayerFigure(CodeShelf shelf, Plays plays) {
    this.shelf = shelf;
    this.plays = plays;
  }

  String html(String play, String words) {
    List<String> steps = plays.steps(play);
    return """
        <figure class="player"><figcaption>%s</figcaption>\
        <script type="application/json" class="recording">%s</script>\
        <script type="application/json" class="excerpts">%s</script></figure>\
        """
        .formatted(escaped(words), harmless(String.join("\n", steps)), harmless(excerpts(steps)));
  }

  /** A player without a run, that opens one from a file. */
  static String empty(String words) {
    return """
        <figure class="player"><figcaption>%s</figcaption>\
        <label class="open" hidden>Open a recording \
        <input type="file" accept=".jsonl,.json,.txt"></label>\
        <p class="told" role="status"></p></figure>\
        """
        .formatted(escaped(words));
  }

  /** In a script of a page no text may look like the script's end. */
  private static String harmless(String json) {
    return json.replace("<", "\\u003c");
  }

  private String excerpts(List<String> steps) {
    Map<String, String> excerpts = new LinkedHashMap<>();
    for (String step : steps) {
      Matcher at = AT.matcher(step);
      if (at.find()) {
        String[] way = at.group(1).split(" ");
        for (int i = 0; i < way.length; i++) {
          excerpt(way[i], i == 0, excerpts);
        }
      }
    }
    return excerpts.entrySet().stream()
        .map(entry -> SearchIndex.quoted(entry.getKey()) + ":{" + entry.getValue() + "}")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void excerpt(String way, boolean shown, Map<String, String> excerpts) {
    Matcher place = PLACE.matcher(way);
    if (!place.matches() || shelf.find(place.group(1)).isEmpty()) {
      return;
    }
    String name = place.group(1);
    int line = plays.lineNow(name, Integer.parseInt(place.group(3)), shelf.lines(name));
    String known = excerpts.getOrDefault(way, "");
    if (known.isEmpty() || shown && !known.contains("\"html\"")) {
      shelf.cite(name, null);
      String href = CodeShelf.sheet(name) + "#L" + line;
      String entry = "\"href\":" + SearchIndex.quoted(href) + ",\"line\":" + line;
      String html = shown ? ",\"html\":" + SearchIndex.quoted(lines(shelf.lines(name), line)) : "";
      excerpts.put(way, entry + html);
    }
  }

  /** The line with some around it, itself marked; tags of snippets left out. */
  private static String lines(List<String> all, int line) {
    int first = Math.max(1, line - LINES_AROUND);
    int last = Math.min(all.size(), line + LINES_AROUND);
    String[] painted = JavaPaint.html(String.join("\n", all)).split("\n", -1);
    int indent = indent(all.subList(first - 1, last));
    StringBuilder html = new StringBuilder();
    for (int i = first; i <= last; i++) {
      if (!Snippet.isMark(all.get(i - 1))) {
        String text = painted[i - 1].substring(Math.min(indent, painted[i - 1].length()));
        html.append("<span class=\"line").append(i == line ? " here" : "").append("\">");
        html.append(text).append("\n</span>");
      }
    }
    return html.toString();
  }

  private static int indent(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .min()
        .orElse(0);
  }
}
