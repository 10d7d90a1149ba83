package manor.tutor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One answer of the server, read to its end.
 *
 * @param status the status code
 * @param reusable whether the connection may carry another request
 */
record LoadAnswer(int status, boolean reusable) {
  private static final int LINE_LIMIT = 1 << 16;

  boolean good() {
    return status >= 200 && status < 300;
  }

  /** Reads until the final answer is complete; interim ones (1xx) are passed over. */
  static LoadAnswer read(InputStream in) throws IOException {
    while (true) {
      String start = line(in);
      int status = status(start);
      Framing framing = Framing.read(in);
      if (status < 200) {
        continue;
      }
      boolean empty = status == 204 || status == 304;
      boolean framed = empty || framing.chunked || framing.length >= 0;
      if (!empty) {
        skipBody(in, framing);
      }
      return new LoadAnswer(status, framed && !framing.close && start.startsWith("HTTP/1.1"));
    }
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
      throw new ProtocolException("not an HTTP answer");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static void skipBody(InputStream in, Framing framing) throws IOException {
    if (framing.chunked) {
      skipChunks(in);
    } else if (framing.length >= 0) {
      skip(in, framing.length);
    } else {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static void skipChunks(InputStream in) throws IOException {
    try {
      long size;
      do {
        size = Long.parseLong(line(in).split(";", 2)[0].strip(), 16);
        skip(in, size);
        if (size > 0) {
          line(in);
        }
      } while (size > 0);
    } catch (NumberFormatException e) {
      throw new ProtocolException("not a chunk size");
    }
    while (!line(in).isEmpty()) {
      // A trailer field, of no interest here.
    }
  }

  private static void skip(InputStream in, long count) throws IOException {
    byte[] piece = new byte[1 << 14];
    for (long left = count; left > 0; ) {
      int n = in.read(piece, 0, (int) Math.min(left, piece.length));
      if (n < 0) {
        throw new EOFException();
      }
      left -= n;
    }
  }

  /** A line without its ending, which may be CR LF or a bare LF. */
  private static String line(InputStream in) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream(64);
    for (int b; (b = in.read()) != '\n'; bytes.write(b)) {
      if (b < 0) {
        throw new EOFException();
      }
      if (bytes.size() > LINE_LIMIT) {
        throw new ProtocolException("a line without an end");
      }
    }
    String line = bytes.toString(StandardCharsets.ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** How the body ends, as the header says it. */
  private static final class Framing {
    private long length = -1;
    private boolean chunked;
    private boolean close;

    static Framing read(InputStream in) throws IOException {
      Framing framing = new Framing();
      for (String line; !(line = line(in)).isEmpty(); ) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          framing.field(
              line.substring(0, colon).toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
        }
      }
      return framing;
    }

    private void field(String name, String value) throws IOException {
      switch (name) {
        case "content-length" -> length = number(value);
        case "transfer-encoding" -> chunked = value.endsWith("chunked");
        case "connection" -> close = value.contains("close");
        default -> {}
      }
    }

    private static long number(String value) throws IOException {
      if (!value.matches("[0-9]{1,18}")) {
        throw new ProtocolException("not a length");
      }
      return Long.parseLong(value);
    }
  }
}
