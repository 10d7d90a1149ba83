package manor.tutor;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people write it: {@code 500ms}, {@code 10s}, {@code 2m}. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m)");

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
      throw new TypeConversionException(
          "a time is a number above 0 with a unit, as 500ms, 10s or 2m, not '" + text + "'");
    }
    Duration time = duration(Long.parseLong(form.group(1)), form.group(2));
    if (time.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("a time is at most 1440m, a day, not '" + text + "'");
    }
    return time;
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
