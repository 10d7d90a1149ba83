package manor.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code that a recorded run went through: each line with some around it, for the player. */
final class Excerpts {
  /** Where a line of the code that ran stands now, counted from 1. */
  @FunctionalInterface
  interface LineNow {
    int of(String file, int line, List<String> now);
  }

  private static final Pattern AT = Pattern.compile(",\"at\":\"([^\"]*)\"}$");
  private static final Pattern PLACE = Pattern.compile("(\\w+)\\.(\\w+):(\\d+)");

  private final CodeShelf shelf;
  private final LineNow lineNow;
  private final boolean linked;
  private final Map<String, String> entries = new LinkedHashMap<>();

  private Excerpts(CodeShelf shelf, LineNow lineNow, boolean linked) {
    this.shelf = shelf;
    this.lineNow = lineNow;
    this.linked = linked;
  }

  /** As JSON, with links to the pages of the sources, which become part of the book. */
  static String linked(CodeShelf shelf, LineNow lineNow, List<String> steps) {
    return new Excerpts(shelf, lineNow, true).json(steps);
  }

  /** As JSON, for a page that stands alone. */
  static String alone(CodeShelf shelf, List<String> steps) {
    return new Excerpts(shelf, (file, line, now) -> line, false).json(steps);
  }

  /** The steps, each with the line of code it happened on: a recording without a page around it. */
  static List<String> withCode(CodeShelf shelf, List<String> steps) {
    return steps.stream().map(step -> withCode(shelf, step)).toList();
  }

  private static String withCode(CodeShelf shelf, String step) {
    Matcher at = AT.matcher(step);
    Matcher place = PLACE.matcher(at.find() ? at.group(1) : "");
    if (!place.lookingAt() || shelf.find(place.group(1)).isEmpty()) {
      return step;
    }
    List<String> code = shelf.lines(place.group(1));
    String line = code.get(Math.min(code.size(), Integer.parseInt(place.group(3))) - 1).strip();
    return step.substring(0, at.start()) + ",\"code\":" + SearchIndex.quoted(line) + at.group();
  }

  private String json(List<String> steps) {
    for (String step : steps) {
      Matcher at = AT.matcher(step);
      if (at.find()) {
        String[] way = at.group(1).split(" ");
        for (int i = 0; i < way.length; i++) {
          add(way[i], i == 0);
        }
      }
    }
    return entries.entrySet().stream()
        .map(entry -> SearchIndex.quoted(entry.getKey()) + ":{" + entry.getValue() + "}")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void add(String way, boolean shown) {
    Matcher place = PLACE.matcher(way);
    String known = entries.getOrDefault(way, "");
    if (known.contains("\"html\"") || !shown && !known.isEmpty() || !place.matches()) {
      return;
    }
    String name = place.group(1);
    if (shelf.find(name).isEmpty()) {
      return;
    }
    List<String> code = shelf.lines(name);
    int line = Math.min(code.size(), lineNow.of(name, Integer.parseInt(place.group(3)), code));
    String html = shown ? ",\"html\":" + SearchIndex.quoted(CodeWindow.html(code, line)) : "";
    entries.put(way, "\"line\":" + line + link(name, line) + html);
  }

  private String link(String name, int line) {
    if (!linked) {
      return "";
    }
    shelf.cite(name, null);
    return ",\"href\":" + SearchIndex.quoted(CodeShelf.sheet(name) + "#L" + line);
  }
}
