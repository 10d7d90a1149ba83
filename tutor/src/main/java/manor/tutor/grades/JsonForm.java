package manor.tutor.grades;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259), two spaces a level. */
final class JsonForm {
  private final StringBuilder text = new StringBuilder();

  private JsonForm() {}

  static String of(Object value) {
    JsonForm json = new JsonForm();
    json.add(value, "\n");
    return json.text.append('\n').toString();
  }

  private void add(Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      addMap(map, newLine);
    } else if (value instanceof Collection<?> list) {
      addList(list, newLine);
    } else if (value instanceof Number || value instanceof Boolean || value == null) {
      text.append(value);
    } else {
      addText(value.toString());
    }
  }

  private void addMap(Map<?, ?> map, String newLine) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      text.append(newLine).append("  ");
      addText(entry.getKey().toString());
      text.append(": ");
      add(entry.getValue(), newLine + "  ");
      text.append(entries.hasNext() ? "," : newLine);
    }
    text.append('}');
  }

  private void addList(Collection<?> list, String newLine) {
    text.append('[');
    Iterator<?> values = list.iterator();
    while (values.hasNext()) {
      text.append(newLine).append("  ");
      add(values.next(), newLine + "  ");
      text.append(values.hasNext() ? "," : newLine);
    }
    text.append(']');
  }

  private void addText(String value) {
    text.append('"');
    for (char c : value.toCharArray()) {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> text.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    text.append('"');
  }
}
