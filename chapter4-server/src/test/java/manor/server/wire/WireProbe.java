package manor.server.wire;

import java.nio.charset.StandardCharsets;

/**
 * One more question on a connection, to learn whether it is still open. Its answer cannot be
 * mistaken for any other, because it is an echo of words that no case uses.
 */
final class WireProbe {
  private static final String WORDS = "still there?";
  private static final byte[] QUESTION =
      WireText.decode(
          "POST /echo HTTP/1.1\\r\\nHost: manor\\r\\nContent-Length: 12\\r\\n\\r\\n" + WORDS);

  private WireProbe() {}

  static void ask(WireClient client) {
    client.send(QUESTION);
  }

  static byte[] question() {
    return QUESTION.clone();
  }

  static boolean isAnsweredBy(WireAnswer answer) {
    return WORDS.equals(new String(answer.body(), StandardCharsets.ISO_8859_1));
  }
}
