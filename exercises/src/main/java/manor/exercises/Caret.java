package manor.exercises;

/** Bytes as a message shows them: what has no form of its own is escaped, a caret marks a place. */
public final class Caret {
  private static final int WIDTH = 60;

  private Caret() {}

  /** Text on one line in which every byte can be seen: {@code GET / HTTP/1.1\r\n}. */
  public static String visible(String bytes) {
    StringBuilder text = new StringBuilder();
    bytes.chars().forEach(octet -> text.append(visible((char) octet)));
    return text.toString();
  }

  private static String visible(char octet) {
    return switch (octet) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      default -> octet >= ' ' && octet < 0x7f ? String.valueOf(octet) : hex(octet);
    };
  }

  private static String hex(char octet) {
    return String.format("\\x%02x", (int) octet);
  }

  /**
   * Two lines: the bytes around a place, and a caret under it.
   *
   * @param at which byte, from 0; the length of {@code bytes} is the place behind the last
   * @param note what stands behind the caret
   */
  public static String under(String bytes, int at, String note) {
    String before = visible(bytes.substring(0, at));
    String dots = before.length() > WIDTH - 20 ? "..." : "";
    before = dots + before.substring(Math.max(0, before.length() - (WIDTH - 20)));
    String line = before + visible(bytes.substring(at));
    line = line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line;
    return "  " + line + "\n  " + " ".repeat(before.length()) + "^ " + note;
  }

  /** As {@link #under(String, int, String)}, at the first byte in which two texts differ. */
  public static String firstDifference(String expected, String got) {
    int at = 0;
    while (at < Math.min(expected.length(), got.length())
        && expected.charAt(at) == got.charAt(at)) {
      at++;
    }
    return "expected:\n"
        + under(expected, at, "from here on")
        + "\ngot:\n"
        + under(got, at, at == got.length() ? "and then nothing" : "this instead");
  }
}
