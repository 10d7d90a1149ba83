package manor.exercises.smuggle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import manor.exercises.Caret;

/** A reader of HTTP who has read half of the RFC: the Gatekeeper, and the Doorman. */
enum NaiveReader {
  /** Believes Content-Length, and has never heard of chunks. */
  GATEKEEPER,
  /** Believes chunks first, and Content-Length if there are none. */
  DOORMAN;

  /**
   * A request as one of them sees it.
   *
   * @param line its first line
   * @param body how long he takes the body to be, and why
   */
  record Seen(String line, String body) {
    boolean isFor(String path) {
      String[] words = line.split(" ", -1);
      return words.length == 3 && words[1].equals(path);
    }

    @Override
    public String toString() {
      return Caret.visible(line) + "   " + body;
    }
  }

  /**
   * The requests that it finds.
   *
   * @throws IllegalArgumentException when something is missing or wrong, saying what
   */
  List<Seen> requests(String stream) {
    List<Seen> seen = new ArrayList<>();
    int at = 0;
    while (at < stream.length()) {
      int nth = seen.size() + 1;
      int headEnd = stream.indexOf("\r\n\r\n", at);
      if (headEnd < 0) {
        throw new IllegalArgumentException(headless(stream.substring(at), seen));
      }
      String head = stream.substring(at, headEnd);
      int body = headEnd + 4;
      at = isChunked(head) ? chunks(stream, body) : body + length(head);
      if (at > stream.length()) {
        throw new IllegalArgumentException(tooLong(nth, at - body, stream.length() - body));
      }
      seen.add(new Seen(head.lines().findFirst().orElse(""), words(head, at - body)));
    }
    return seen;
  }

  private static String headless(String rest, List<Seen> before) {
    String last = before.isEmpty() ? "" : "\nBefore it he sees " + before.get(before.size() - 1);
    return "at request "
        + (before.size() + 1)
        + ", which has no end: no empty line (\\r\\n\\r\\n) comes any more.\n"
        + Caret.under(rest, 0, "here it begins for him")
        + last;
  }

  private static String tooLong(int nth, int length, int there) {
    return "at the body of request "
        + nth
        + ": Content-Length says "
        + length
        + ", and "
        + there
        + " bytes follow.";
  }

  private String words(String head, int bytes) {
    String coding = field(head, "transfer-encoding");
    if (isChunked(head)) {
      return "(body: chunks, " + bytes + " bytes with their sizes)";
    }
    String body = field(head, "content-length") == null ? "(no body)" : "(body: " + bytes + " bytes)";
    String known = "\n      He knows no coding '" + coding + "', only 'chunked'.";
    return body + (coding == null || this == GATEKEEPER ? "" : known);
  }

  private boolean isChunked(String head) {
    return this == DOORMAN && "chunked".equals(field(head, "transfer-encoding"));
  }

  private static int length(String head) {
    String value = field(head, "content-length");
    if (value == null) {
      return 0;
    }
    if (!value.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("at '" + value + "', which is no Content-Length.");
    }
    return Integer.parseInt(value);
  }

  private static String field(String head, String name) {
    return head.lines()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(null);
  }

  private static int chunks(String stream, int from) {
    int at = from;
    while (true) {
      int lineEnd = stream.indexOf("\r\n", at);
      String size = lineEnd < 0 ? stream.substring(at) : stream.substring(at, lineEnd);
      if (lineEnd < 0 || !size.matches("[0-9a-fA-F]{1,6}")) {
        throw new IllegalArgumentException(
            "at a chunk's size: it is hexadecimal digits and \\r\\n, and here stands '"
                + Caret.visible(size)
                + "'.\nA body in chunks ends with a chunk of 0 bytes: 0\\r\\n\\r\\n.");
      }
      int length = Integer.parseInt(size, 16);
      at = lineEnd + 2 + length;
      if (!stream.startsWith("\r\n", at)) {
        throw new IllegalArgumentException(
            "at a chunk of "
                + length
                + " bytes"
                + (length < 10 ? "" : " (its size is hexadecimal: " + size + ")")
                + ": no \\r\\n comes behind them, "
                + behind(stream, lineEnd + 2, at));
      }
      at += 2;
      if (length == 0) {
        return at;
      }
    }
  }

  private static String behind(String stream, int from, int at) {
    return at < stream.length()
        ? "but:\n" + Caret.under(stream, at, "here")
        : "for after " + (stream.length() - from) + " bytes all has come to its end.";
  }
}
