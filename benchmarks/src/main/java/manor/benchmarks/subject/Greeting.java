package manor.benchmarks.subject;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every subject answers, with a Date that is made once a second: RFC 9110 section 6.6.1.
 *
 * <p>Threads: one at a time.
 */
final class Greeting {
  static final String TYPE = "text/plain; charset=utf-8";
  static final byte[] BODY = "Hello! I am an epoll server.".getBytes(StandardCharsets.US_ASCII);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private long second = -1;
  private String date;
  private byte[] answer;

  /** The Date of now. */
  String date() {
    refresh();
    return date;
  }

  /** The whole answer of now, head and body. Not to be changed. */
  byte[] answer() {
    refresh();
    return answer;
  }

  private void refresh() {
    long now = System.currentTimeMillis() / 1000;
    if (now != second) {
      second = now;
      date = FORMAT.format(Instant.ofEpochSecond(now));
      answer = encode();
    }
  }

  private byte[] encode() {
    String head = "HTTP/1.1 200 OK\r\nDate: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n";
    String body = new String(BODY, StandardCharsets.US_ASCII);
    return (head.formatted(date, TYPE, BODY.length) + body).getBytes(StandardCharsets.US_ASCII);
  }
}
