package manor.server;

import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * A moment as HTTP writes it, in the form of today and in the two that old clients still send: RFC
 * 9110 section 5.6.7.
 */
final class HttpDate {
  /** Two digits are a year of the last fifty, or of the next. */
  private static final DateTimeFormatter RFC_850 =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(49))
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.US)
          .withZone(ZoneOffset.UTC);

  private static final List<DateTimeFormatter> FORMS =
      List.of(form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"), RFC_850, form("EEE MMM ppd HH:mm:ss yyyy"));

  private HttpDate() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }

  /** The moment that {@code text} names, or null when it names none. */
  static Instant parse(String text) {
    for (DateTimeFormatter form : FORMS) {
      try {
        return Instant.from(form.parse(text));
      } catch (DateTimeException another) {
        continue;
      }
    }
    return null;
  }
}
