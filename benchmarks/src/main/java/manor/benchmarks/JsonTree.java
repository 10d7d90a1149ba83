package manor.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON (RFC 8259), as much as a sheet needs: objects are maps in order, arrays are lists, numbers
 * are doubles.
 */
final class JsonTree {
  private final String text;
  private int at;

  private JsonTree(String text) {
    this.text = text;
  }

  // ---- writing ----

  /** The value as text, lists of plain values on one line. */
  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "\n");
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((key, each) -> entries.add(quoted((String) key) + ": " + inner(each, line)));
      put(out, "{", entries, "}", line + "  ", line);
    } else if (value instanceof List<?> list) {
      boolean plain = list.stream().allMatch(Number.class::isInstance);
      List<String> entries = list.stream().map(each -> inner(each, line)).toList();
      put(out, "[", entries, "]", plain ? "" : line + "  ", plain ? "" : line);
    } else if (value instanceof Number number) {
      out.append(number(number.doubleValue()));
    } else if (value instanceof String string) {
      out.append(quoted(string));
    } else {
      throw new IllegalArgumentException("not a value of JSON: " + value);
    }
  }

  private static String inner(Object value, String line) {
    StringBuilder out = new StringBuilder();
    write(out, value, line + "  ");
    return out.toString();
  }

  private static void put(
      StringBuilder out, String open, Collection<String> all, String close, String in, String end) {
    out.append(open);
    if (!all.isEmpty()) {
      out.append(in).append(String.join("," + (in.isEmpty() ? " " : in), all)).append(end);
    }
    out.append(close);
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String quoted(String string) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : string.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  // ---- reading ----

  /**
   * The value that a text stands for.
   *
   * @throws IllegalArgumentException saying where it is not JSON
   */
  static Object read(String text) {
    JsonTree json = new JsonTree(text);
    Object value = json.value();
    json.blanks();
    if (json.at < text.length()) {
      throw json.wrong("nothing more");
    }
    return value;
  }

  private Object value() {
    blanks();
    char first = peek();
    if (first == '{') {
      return object();
    } else if (first == '[') {
      return array();
    } else if (first == '"') {
      return string();
    }
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw wrong("a value");
    }
    return Double.valueOf(text.substring(start, at));
  }

  private Map<String, Object> object() {
    Map<String, Object> map = new LinkedHashMap<>();
    expect('{');
    while (!ends('}', map.isEmpty())) {
      blanks();
      String key = string();
      expect(':');
      map.put(key, value());
    }
    return map;
  }

  private List<Object> array() {
    List<Object> list = new ArrayList<>();
    expect('[');
    while (!ends(']', list.isEmpty())) {
      list.add(value());
    }
    return list;
  }

  /** Passes over the end, or over the comma before the next entry. */
  private boolean ends(char close, boolean first) {
    blanks();
    if (peek() == close) {
      at++;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c == '\\') {
        c = peek();
        at++;
        if (c == 'u') {
          c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
          at += 4;
        }
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  private void expect(char wanted) {
    blanks();
    if (peek() != wanted) {
      throw wrong("'" + wanted + "'");
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException("not JSON at " + at + ": expected " + expected);
  }
}
