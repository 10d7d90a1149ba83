package manor.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An answer as it came: its head as text, and its content.
 *
 * @param head the status line and the header lines, every line with its end
 */
record Reply(String head, byte[] content) {
  /** Reads exactly one answer; {@code toHead} when none has content because a HEAD was asked. */
  static Reply read(InputStream in, boolean toHead) throws IOException {
    String head = readHead(in);
    Reply reply = new Reply(head, new byte[0]);
    boolean empty = toHead || reply.status() == 304 || reply.status() < 200;
    String length = reply.header("content-length");
    assertTrue(empty || length != null, head);
    return empty ? reply : new Reply(head, readFully(in, Integer.parseInt(length)));
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("the answer ended in its head: " + head.toString(ISO_8859_1));
      }
      head.write(octet);
      text = octet == '\n' ? head.toString(ISO_8859_1) : "";
    }
    return text;
  }

  private static byte[] readFully(InputStream in, int length) throws IOException {
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("the answer ended after " + content.length + " of " + length);
    }
    return content;
  }

  int status() {
    return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
  }

  /** The value of the only field of that name, or null. */
  String header(String name) {
    return Arrays.stream(head.split("\r\n"))
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).trim())
        .reduce((first, second) -> first + ", " + second)
        .orElse(null);
  }

  String text() {
    return new String(content, ISO_8859_1);
  }
}
