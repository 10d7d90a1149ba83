package manor.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A client with errands, and the answers it should get.
 *
 * @param name for messages
 * @param client who follows the script
 * @param expected every byte of all answers, in order
 * @param stays whether it waits for all of them
 */
record Guest(String name, ScriptedClient client, byte[] expected, boolean stays) {
  /** How it fared. */
  enum Fate {
    /** It got what it should. */
    SERVED,
    /** It got the beginning of what it should and then nothing more, or was cut off. */
    LOST,
    /** It got something else. */
    WRONG
  }

  /** Every byte that these errands are to be answered with. */
  static byte[] answers(List<Errand> errands) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    errands.forEach(errand -> answers.writeBytes(errand.answer()));
    return answers.toByteArray();
  }

  /** Every byte of these errands' requests. */
  static byte[] requests(List<Errand> errands) {
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    errands.forEach(errand -> requests.writeBytes(errand.request()));
    return requests.toByteArray();
  }

  Fate fate() {
    byte[] received = client.received();
    int same = Arrays.mismatch(received, expected);
    if (same >= 0 && same < received.length) {
      return Fate.WRONG;
    }
    boolean isServed = same < 0 && !client.wasCut();
    return isServed || !stays ? Fate.SERVED : Fate.LOST;
  }

  @Override
  public String toString() {
    return String.format(
        "%s: %s, %d of %d bytes, %s%s",
        name,
        fate(),
        client.received().length,
        expected.length,
        client.outcome(),
        client.isDone() ? "" : ", not done");
  }
}
