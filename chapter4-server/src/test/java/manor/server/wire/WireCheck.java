package manor.server.wire;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One line about a field of an answer.
 *
 * <pre>
 * Content-Length: 5      the field stands once, with this value
 * Date: {date}           the field stands once, with a date as RFC 9110 5.6.7 prefers it
 * Connection has close   the list in this field has this member, in any case
 * no Transfer-Encoding   the field is absent
 * </pre>
 */
record WireCheck(String line) {
  private static final Pattern DATE =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d "
              + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} "
              + "\\d\\d:\\d\\d:\\d\\d GMT");

  static boolean isDate(String value) {
    return DATE.matcher(value).matches();
  }

  boolean holdsFor(WireAnswer answer) {
    if (line.startsWith("no ")) {
      return answer.fields(line.substring(3)).isEmpty();
    }
    int has = line.indexOf(" has ");
    if (has > 0) {
      return answer.lists(line.substring(0, has), line.substring(has + 5));
    }
    int colon = line.indexOf(':');
    List<String> values = answer.fields(line.substring(0, colon));
    return values.size() == 1 && agrees(line.substring(colon + 1).trim(), values.get(0));
  }

  private static boolean agrees(String wanted, String value) {
    return wanted.equals("{date}") ? isDate(value) : wanted.equals(value);
  }

  @Override
  public String toString() {
    return line;
  }
}
