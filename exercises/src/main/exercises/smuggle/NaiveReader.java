package manor.exercises.smuggle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A reader of HTTP who has read half of the RFC: the Gatekeeper, and the Doorman. */
enum NaiveReader {
  /** Believes Content-Length, and has never heard of chunks. */
  GATEKEEPER,
  /** Believes chunks first, and Content-Length if there are none. */
  DOORMAN;

  /**
   * The request lines that it finds.
   *
   * @throws IllegalArgumentException when something is missing or wrong, saying what
   */
  List<String> requests(String stream) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < stream.length()) {
      int headEnd = stream.indexOf("\r\n\r\n", at);
      if (headEnd < 0) {
        throw new IllegalArgumentException(
            "the head of request " + (lines.size() + 1) + " has no end");
      }
      String head = stream.substring(at, headEnd);
      lines.add(head.lines().findFirst().orElse(""));
      at = headEnd + 4;
      at = isChunked(head) ? chunks(stream, at) : at + length(head);
      if (at > stream.length()) {
        throw new IllegalArgumentException(
            (at - stream.length())
                + " bytes of the body of request "
                + lines.size()
                + " are missing");
      }
    }
    return lines;
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
      throw new IllegalArgumentException("'" + value + "' is no Content-Length");
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
      String size = lineEnd < 0 ? "" : stream.substring(at, lineEnd);
      if (!size.matches("[0-9a-fA-F]{1,6}")) {
        throw new IllegalArgumentException("a chunk's size is missing in the body");
      }
      int length = Integer.parseInt(size, 16);
      at = lineEnd + 2 + length;
      if (!stream.startsWith("\r\n", at)) {
        throw new IllegalArgumentException(
            "a chunk of " + length + " bytes does not end with \\r\\n");
      }
      at += 2;
      if (length == 0) {
        return at;
      }
    }
  }
}
