package manor.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * What the search looks through: a script, since a page opened from a file may load scripts but not
 * data.
 */
final class SearchIndex {
  private final List<String> entries = new ArrayList<>();

  void add(String html, String title, List<Polish.Section> sections) {
    for (Polish.Section section : sections) {
      if (section.text().isBlank()) {
        continue;
      }
      String place = html + (section.id().isEmpty() ? "" : "#" + section.id());
      entries.add(
          "{\"id\":%s,\"page\":%s,\"title\":%s,\"text\":%s}"
              .formatted(
                  quoted(place), quoted(title), quoted(section.title()), quoted(section.text())));
    }
  }

  String script() {
    return "window.manorPlaces = [\n" + String.join(",\n", entries) + "\n];\n";
  }

  /** Text as JSON, safe within a script too. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.replaceAll("figure-place-\\d+-", "").toCharArray()) {
      if (c == '"' || c == '\\' || c < ' ' || c == '\u2028' || c == '\u2029') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
