package manor.server.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The spelling of bytes in a {@code .wire} file: printable ASCII stands for itself, {@code \r \n \t
 * \\ \xNN \{} for the rest, and {@code {text*90}} for ninety times that text.
 */
final class WireText {
  private static final int SHOWN = 400;

  private final String text;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;

  private WireText(String text) {
    this.text = text;
  }

  /** The bytes that this spelling stands for. */
  static byte[] decode(String text) {
    WireText reader = new WireText(text);
    while (reader.at < text.length()) {
      reader.next();
    }
    return reader.bytes.toByteArray();
  }

  /** A spelling of these bytes for a person to read; the middle of a long text is left out. */
  static String show(byte[] bytes) {
    if (bytes.length <= SHOWN) {
      return show(bytes, 0, bytes.length);
    }
    int half = SHOWN / 2;
    String gap = " ... " + (bytes.length - SHOWN) + " bytes ... ";
    return show(bytes, 0, half) + gap + show(bytes, bytes.length - half, bytes.length);
  }

  private static String show(byte[] bytes, int from, int to) {
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < to; i++) {
      shown.append(show(bytes[i] & 0xff));
    }
    return shown.toString();
  }

  private static String show(int octet) {
    return switch (octet) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      default ->
          octet < ' ' || octet > '~'
              ? String.format("\\x%02x", octet)
              : Character.toString((char) octet);
    };
  }

  private void next() {
    char c = text.charAt(at++);
    switch (c) {
      case '\\' -> escape();
      case '{' -> repeat();
      default -> {
        if (c < ' ' || c > '~') {
          throw new IllegalArgumentException("spell this octet as \\xNN: " + (int) c);
        }
        bytes.write(c);
      }
    }
  }

  private void escape() {
    char c = text.charAt(at++);
    switch (c) {
      case 'r' -> bytes.write('\r');
      case 'n' -> bytes.write('\n');
      case 't' -> bytes.write('\t');
      case '\\', '{' -> bytes.write(c);
      case 'x' -> {
        bytes.write(Integer.parseInt(text.substring(at, at + 2), 16));
        at += 2;
      }
      default -> throw new IllegalArgumentException("no such escape: \\" + c);
    }
  }

  private void repeat() {
    int end = text.indexOf('}', at);
    int star = text.lastIndexOf('*', end);
    byte[] once = decode(text.substring(at, star));
    int times = Integer.parseInt(text.substring(star + 1, end));
    for (int i = 0; i < times; i++) {
      bytes.write(once, 0, once.length);
    }
    at = end + 1;
  }

  /** How often the text is repeated, if it is one repetition and nothing else; otherwise 1. */
  static int repetitions(String text) {
    boolean whole = text.startsWith("{") && text.indexOf('}') == text.length() - 1;
    return whole
        ? Integer.parseInt(text.substring(text.lastIndexOf('*') + 1, text.length() - 1))
        : 1;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
