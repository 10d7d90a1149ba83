package manor.task;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a {@link JsonLedger}, taken apart: names, and values as text. */
final class JsonStep {
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(-?\\d+|true|false))(,|}$)");

  private final Map<String, String> fields = new HashMap<>();
  private final String line;

  private JsonStep(String line) {
    this.line = line;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is not a step
   */
  static JsonStep parse(String line) {
    JsonStep step = new JsonStep(line.strip());
    step.read();
    return step;
  }

  private void read() {
    Matcher field = FIELD.matcher(line);
    int place = line.startsWith("{") ? 1 : line.length();
    while (place < line.length() && field.find(place) && field.start() == place) {
      String text = field.group(2);
      fields.put(field.group(1), text == null ? field.group(3) : unescaped(text));
      place = field.end();
    }
    if (place < line.length() || fields.isEmpty()) {
      throw wrong("is not a step");
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
      } else if (text.charAt(++i) == 'u' && i + 4 < text.length()) {
        plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    String text = fields.get(name);
    if (text == null) {
      throw wrong("says nothing of its \"" + name + "\"");
    }
    return text;
  }

  long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException letters) {
      throw wrong("has no number for its \"" + name + "\"");
    }
  }

  boolean flag(String name) {
    return text(name).equals("true");
  }

  int ready(String name) {
    return JsonText.bits(text(name));
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("this line " + what + " of a ledger: " + line);
  }
}
