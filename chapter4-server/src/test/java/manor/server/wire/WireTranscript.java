package manor.server.wire;

import java.util.List;

/**
 * What was heard in one conversation.
 *
 * @param answers in the order they came
 * @param end how it ended
 * @param fault what was wrong with the last bytes, if the end is {@link WireEnd#BROKEN}
 */
record WireTranscript(List<WireAnswer> answers, WireEnd end, String fault) {

  long successes() {
    return answers.stream().filter(WireAnswer::isSuccess).count();
  }

  @Override
  public String toString() {
    return answers + " then " + end + (fault.isEmpty() ? "" : " (" + fault + ")");
  }
}
