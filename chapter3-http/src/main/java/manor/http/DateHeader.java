package manor.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The Date field, RFC 9110 section 6.6.1, made once a second and used by every answer in it.
 *
 * <p>Threads: the reactor's.
 */
public final class DateHeader {
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int MILLIS = 1000;

  private final InstantSource time;
  private long second = Long.MIN_VALUE;
  private byte[] line;

  DateHeader(InstantSource time) {
    this.time = time;
    update();
  }

  /** Looks at the clock; to be called once a turn. */
  void update() {
    long now = Math.floorDiv(time.millis(), MILLIS);
    if (now != second) {
      second = now;
      String text = "Date: " + format(Instant.ofEpochSecond(now)) + "\r\n";
      line = text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  byte[] line() {
    return line;
  }

  /** A moment as HTTP writes it: {@code Sun, 06 Nov 1994 08:49:37 GMT}, RFC 9110 section 5.6.7. */
  public static String format(Instant moment) {
    return IMF_FIXDATE.format(moment);
  }
}
