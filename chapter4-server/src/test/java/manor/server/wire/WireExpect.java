package manor.server.wire;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One expected answer, from a line such as {@code 200 "hello"}, {@code 400/501}, {@code 100?},
 * {@code 200 to HEAD}.
 *
 * @param statuses the acceptable ones, the best first
 * @param optional whether the answer may as well be absent
 * @param toHead whether it answers a HEAD request, so that no body follows it
 * @param body the exact content, or null if any will do
 * @param checks what its fields must say
 */
record WireExpect(
    List<Integer> statuses, boolean optional, boolean toHead, byte[] body, List<WireCheck> checks) {
  private static final Pattern LINE =
      Pattern.compile("(\\d{3}(?:/\\d{3})*)(\\?)?( to HEAD)?(?: \"(.*)\")?");

  static WireExpect parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an expected answer: " + line);
    }
    List<Integer> statuses =
        Arrays.stream(parts.group(1).split("/")).map(Integer::valueOf).toList();
    byte[] body = parts.group(4) == null ? null : WireText.decode(parts.group(4));
    boolean optional = parts.group(2) != null;
    return new WireExpect(statuses, optional, parts.group(3) != null, body, List.of());
  }

  WireExpect with(WireCheck check) {
    List<WireCheck> more = Stream.concat(checks.stream(), Stream.of(check)).toList();
    return new WireExpect(statuses, optional, toHead, body, more);
  }

  boolean matches(WireAnswer answer) {
    return statuses.contains(answer.status())
        && (body == null || Arrays.equals(body, answer.body()))
        && checks.stream().allMatch(check -> check.holdsFor(answer));
  }

  /** The same with only its best status left. */
  WireExpect best() {
    return new WireExpect(statuses.subList(0, 1), optional, toHead, body, checks);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(statuses.toString().replaceAll("[\\[\\] ]", ""));
    text.append(optional ? "?" : "").append(toHead ? " to HEAD" : "");
    if (body != null) {
      text.append(" \"").append(WireText.show(body)).append('"');
    }
    return text + (checks.isEmpty() ? "" : " " + checks);
  }
}
