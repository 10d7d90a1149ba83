package manor.server.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * One behaviour of a server, as one {@code .wire} file states it. The file's language is described
 * in {@code README.md} beside the cases.
 *
 * @param name group and file, such as {@code chunked/upper-case-size}
 * @param why the section of the standard and the reason, in the file's own words
 * @param steps what the client does, in order
 * @param outcomes the acceptable endings, the best first
 */
record WireCase(
    String name, WireLevel level, String why, List<WireStep> steps, List<WireOutcome> outcomes) {

  String group() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Everything the client sends, the turns of the server left out. */
  byte[] sent() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sends().forEach(send -> all.writeBytes(send.bytes()));
    return all.toByteArray();
  }

  /** How many requests are whole when only the first {@code length} bytes have been sent. */
  int messagesWithin(int length) {
    int whole = 0;
    int left = length;
    for (WireStep.Send send : sends().toList()) {
      if (left <= 0) {
        break;
      }
      int one = Math.max(1, send.bytes().length / send.messages());
      whole += Math.min(send.messages(), left / one);
      left -= send.bytes().length;
    }
    return whole;
  }

  /** Whether the answer with this number, interim ones not counted, is one to a HEAD request. */
  boolean answersHead(int number) {
    return outcomes.stream().anyMatch(outcome -> answersHead(outcome, number));
  }

  private static boolean answersHead(WireOutcome outcome, int number) {
    List<WireExpect> finals =
        outcome.answers().stream().filter(answer -> answer.statuses().get(0) >= 200).toList();
    return number < finals.size() && finals.get(number).toHead();
  }

  /** Whether these answers are acceptable as they stand, on a connection that may be open. */
  boolean mayStayOpenAfter(List<WireAnswer> answers) {
    return outcomes.stream()
        .filter(outcome -> outcome.ending() != WireEnding.CLOSED)
        .anyMatch(outcome -> outcome.matches(answers));
  }

  /** The same case for an examiner who accepts only the best outcome. */
  WireCase strict() {
    return new WireCase(name, level, why, steps, List.of(outcomes.get(0).best()));
  }

  private Stream<WireStep.Send> sends() {
    return steps.stream()
        .filter(step -> step instanceof WireStep.Send)
        .map(step -> (WireStep.Send) step);
  }

  @Override
  public String toString() {
    return name;
  }
}
