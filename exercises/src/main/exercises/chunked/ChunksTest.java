package manor.exercises.chunked;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import manor.exercises.Caret;
import manor.exercises.ParserRun;
import manor.http.Limits;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class ChunksTest {
  private static final String HEAD =
      "POST / HTTP/1.1\r\nHost: m\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String LAST = "0\r\n\r\n";

  private static ParserRun parsed(String mistake, String... pieces) {
    return parsed(Limits.DEFAULT, mistake, pieces);
  }

  private static ParserRun parsed(Limits limits, String mistake, String... pieces) {
    try {
      return ParserRun.of(limits, pieces);
    } catch (IndexOutOfBoundsException thrown) {
      throw mistake(
          mistake + "\nThe decoder reached beyond the bytes there are: " + thrown.getMessage());
    }
  }

  /** The chunks are a body, and the request is complete behind them. */
  private static void isBody(String chunks, String body, String mistake) {
    understood(parsed(mistake, HEAD + chunks), chunks, body, mistake);
  }

  private static void understood(ParserRun run, String chunks, String body, String mistake) {
    if (run.requests().size() == 1 && run.requests().get(0).equals("POST / [" + body + "]")) {
      return;
    }
    int used = Math.max(0, Math.min(run.used() - HEAD.length(), chunks.length()));
    String note = run.end().startsWith("INVALID") ? "refused here" : "it came as far as here";
    throw mistake(
        mistake
            + "\n"
            + Caret.under(chunks, used, note)
            + "\nThe body is \""
            + Caret.visible(body)
            + "\". The parser understood:\n  "
            + run);
  }

  private static void isRefused(String chunks, String status, String mistake) {
    ParserRun run = parsed(mistake, HEAD + chunks);
    boolean refused = run.end().startsWith("INVALID");
    that(
        run.end().startsWith("INVALID " + status),
        mistake
            + "\n  "
            + Caret.visible(chunks)
            + (refused ? "\nIt is refused, but not with " : "\nThis has to be refused with ")
            + status
            + ". The parser understood:\n  "
            + run);
  }

  @Test
  @Order(1)
  void oneChunk() {
    isBody("5\r\nhello\r\n" + LAST, "hello", "One chunk of five bytes, and the last chunk.");
    isBody(LAST, "", "The last chunk alone: an empty body.");
  }

  @Test
  @Order(2)
  void manyChunks() {
    isBody(
        "5\r\nhello\r\n2\r\n, \r\n5\r\nworld\r\n" + LAST,
        "hello, world",
        "Each chunk has a size of its own, and begins anew.");
  }

  @Test
  @Order(3)
  void theSizeIsHexadecimal() {
    isBody("a\r\n0123456789\r\n" + LAST, "0123456789", "a is ten: the size is hexadecimal.");
    isBody("A\r\n0123456789\r\n" + LAST, "0123456789", "A is ten, like a.");
    String long26 = "abcdefghijklmnopqrstuvwxyz";
    isBody("1a\r\n" + long26 + "\r\n" + LAST, long26, "1a is 26: every digit is worth sixteen.");
    String long16 = "0123456789abcdef";
    isBody("10\r\n" + long16 + "\r\n" + LAST, long16, "10 is sixteen, in hexadecimal digits.");
    isBody("0005\r\nhello\r\n" + "000\r\n\r\n", "hello", "Leading zeros change nothing.");
    isBody("0".repeat(30) + "5\r\nhello\r\n" + LAST, "hello", "However many leading zeros.");
  }

  @Test
  @Order(4)
  void whatStandsInAChunkIsNotLookedAt() {
    isBody("5\r\n0\r\n\r\n\r\n" + LAST, "0\r\n\r\n", "A chunk may hold what looks like a chunk.");
    isBody("2\r\n\r\n\r\n" + LAST, "\r\n", "A chunk may hold a line end.");
  }

  @Test
  @Order(5)
  void extensionsAreReadAndDropped() {
    isBody("5;a=b\r\nhello\r\n" + LAST, "hello", "An extension may stand behind the size.");
    isBody("5 ; a=\"b c\"\r\nhello\r\n0;end\r\n\r\n", "hello", "Behind a blank, too.");
    isRefused("5 \r\nhello\r\n", "400", "A blank and no extension behind it.");
  }

  @Test
  @Order(6)
  void cutInTwoAnywhere() {
    String chunks = "5\r\nhello\r\nc;a=b\r\n, good world\r\n" + LAST;
    for (int cut = 1; cut < chunks.length(); cut++) {
      String mistake =
          "The bytes came in two pieces, cut here:\n"
              + Caret.under(chunks, cut, "cut")
              + "\nWhat is left of a chunk is for the next piece.";
      ParserRun run = parsed(mistake, HEAD + chunks.substring(0, cut), chunks.substring(cut));
      understood(run, chunks, "hello, good world", mistake);
    }
  }

  @Test
  @Order(7)
  void aByteAtATime() {
    String chunks = "5\r\nhello\r\n7\r\n, world\r\n" + LAST;
    understood(ParserRun.byteAtATime(HEAD + chunks), chunks, "hello, world", "A byte at a time.");
  }

  @Test
  @Order(8)
  void theNextRequestIsNotTouched() {
    ParserRun run =
        parsed(
            "Two requests in one piece.",
            HEAD + "5\r\nhello\r\n" + LAST + HEAD + "5\r\nworld\r\n" + LAST);
    that(
        run.requests().size() == 2 && run.requests().get(1).equals("POST / [world]"),
        "Two requests came in one piece, each with a body in chunks. The parser\nunderstood:\n  "
            + run);
  }

  @Test
  @Order(9)
  void aSizeWithoutDigitsIsRefused() {
    isRefused("\r\n\r\n", "400", "A size has at least one digit. No digit is not the number 0.");
    isRefused("5\r\nhello\r\n\r\n\r\n", "400", "A size has at least one digit, every time.");
    isRefused(";a=b\r\n\r\n", "400", "An extension stands behind a size, not in its place.");
  }

  @Test
  @Order(10)
  void whatIsNoDigitIsRefused() {
    isRefused("g\r\nhello\r\n", "400", "g is no hexadecimal digit.");
    isRefused("+5\r\nhello\r\n", "400", "A sign is no digit.");
    isRefused("-5\r\nhello\r\n", "400", "A sign is no digit.");
    isRefused("0x5\r\nhello\r\n", "400", "x is no hexadecimal digit.");
    isRefused(" 5\r\nhello\r\n", "400", "A blank before the size is no digit.");
    isRefused("5 5\r\nhello\r\n", "400", "A blank, and then more digits: two readings.");
    isRefused("5h\r\nhello\r\n", "400", "h is no digit and begins no extension.");
    isRefused("\u00b5\r\nhello\r\n", "400", "A byte above 0x7f is no digit.");
  }

  @Test
  @Order(11)
  void theLineEndsAreExact() {
    isRefused("5\nhello\r\n" + LAST, "400", "A line ends with \\r\\n; \\n alone is refused.");
    isRefused(
        "5\rXhello\r\n" + LAST, "400", "Behind the \\r of the size stands \\n, nothing else.");
    isRefused("0\rX\r\n", "400", "Behind the \\r of the last size stands \\n as well.");
    isRefused("5\r\nhelloworld\r\n", "400", "Five bytes, and then \\r\\n; here they go on.");
    isRefused("5\r\nhell\r\n" + LAST, "400", "Four bytes came, and five were announced.");
  }

  @Test
  @Order(12)
  void aSizeThatNoLongHoldsIsRefused() {
    String mistake =
        "2^63 or more does not fit into a long: sixteen times as much loses the highest bits,\n"
            + "and what is left is another number. Look before size grows.";
    isRefused("8000000000000000\r\n", "400", mistake);
    isRefused("10000000000000005\r\nhello\r\n" + LAST, "400", mistake);
    isRefused("ffffffffffffffffffff\r\n", "400", mistake);
    isRefused("ffffffffffffffff\r\n", "400", mistake);
  }

  @Test
  @Order(13)
  void aBodyLargerThanAllowedIsRefused() {
    long most = Limits.DEFAULT.body();
    isRefused(
        Long.toHexString(most + 1) + "\r\nx", "413", "A single chunk larger than limits.body().");
    isRefused("7fffffffffffffff\r\n", "413", "The largest size there is: sound, and too large.");
    isRefused(
        "5\r\nhello\r\n" + Long.toHexString(most - 4) + "\r\nx",
        "413",
        "All chunks together are one byte more than limits.body().");
    isRefused(
        "5\r\nhello\r\n7fffffffffffffff\r\nx",
        "413",
        "All chunks together are more than limits.body(), and more than a long holds.");
    String allowed = "5\r\nhello\r\n" + Long.toHexString(most - 5) + "\r\nx";
    String mistake = "All chunks together are exactly limits.body(), and that is allowed:\n  ";
    ParserRun run = parsed(mistake, HEAD + allowed);
    that(
        !run.end().startsWith("INVALID"),
        mistake + Caret.visible(allowed) + "\nThe parser understood:\n  " + run);
  }

  @Test
  @Order(14)
  void aChunkMayBeLargerThanAnInt() {
    isRefused("100000005\r\nhello\r\n" + LAST, "413", "2^32 + 5 is no int, and is not 5.");
    String chunks = "1ffffffff\r\nhello, world";
    String mistake =
        "By these limits a chunk may have more than 2^32 bytes. Its size is a long: made an int,\n"
            + "it is -1.\n  "
            + Caret.visible(chunks);
    ParserRun run = parsed(Limits.DEFAULT.withBody(Long.MAX_VALUE), mistake, HEAD + chunks);
    that(
        run.toString().equals("[], and then [hello, world], then NEED_INPUT"),
        mistake + "\nThe parser understood:\n  " + run);
  }
}
