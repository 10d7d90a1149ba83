package manor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit: what it names still passes, one byte more does not, and cuts change nothing. */
class LimitsTest {
  private static final Limits SMALL = new Limits(40, 50, 4, 160, 20, 1024);
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n";
  private static final String CHUNKED =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static String last(Limits limits, String wire) {
    byte[] stream = ParserFeed.bytes(wire);
    List<String> notes = ParserFeed.whole(limits, stream);
    assertEquals(notes, ParserFeed.byteAtATime(limits, stream));
    return notes.get(notes.size() - 1).split(" ")[0];
  }

  private static String last(String wire) {
    return last(SMALL, wire);
  }

  @Test
  void aRequestLineMayBeAsLongAsItsLimitWithoutItsEnd() {
    String line = "GET /" + "x".repeat(40 - 14) + " HTTP/1.1";
    assertEquals(40, line.length());
    assertEquals("complete", last(line + "\r\nHost: a\r\n\r\n"));
  }

  @Test
  void aRequestLineOneByteLongerIs414() {
    String line = "GET /" + "x".repeat(41 - 14) + " HTTP/1.1";
    assertEquals("414", last(line + "\r\nHost: a\r\n\r\n"));
  }

  @Test
  void anEndlessTargetIs414WithoutWaitingForItsEnd() {
    assertEquals("414", last("GET /" + "x".repeat(40)));
  }

  @Test
  void eightThousandBytesOfRequestLineAreTaken() {
    String line = "GET /" + "x".repeat(8000 - 14) + " HTTP/1.1";
    assertEquals("complete", last(Limits.DEFAULT, line + "\r\nHost: a\r\n\r\n"));
  }

  @Test
  void aFieldLineMayBeAsLongAsItsLimitWithoutItsEnd() {
    assertEquals("complete", last(GET + "X: " + "y".repeat(47) + "\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: ", "Xxxxxxxxxxxxxxxxxxxxxxx:", "X:            "})
  void aFieldLineOneByteLongerIs431(String start) {
    assertEquals("431", last(GET + start + "y".repeat(51 - start.length()) + "\r\n\r\n"));
  }

  @Test
  void anEndlessNameIs431() {
    assertEquals("431", last(GET + "y".repeat(51)));
  }

  @Test
  void asManyFieldsAsTheLimitPassAndOneMoreIs431() {
    assertEquals("complete", last(GET + "X: y\r\n".repeat(3) + "\r\n"));
    assertEquals("431", last(GET + "X: y\r\n".repeat(4) + "\r\n"));
  }

  @Test
  void aHeadMayBeAsLongAsItsLimitAndOneByteMoreIs431() {
    String most = GET + "A: " + "x".repeat(47) + "\r\n" + "B: " + "x".repeat(47) + "\r\n";
    int left = 160 - most.length() - "\r\n\r\n".length();
    assertEquals("complete", last(most + "C: " + "x".repeat(left - 3) + "\r\n\r\n"));
    assertEquals("431", last(most + "C: " + "x".repeat(left - 2) + "\r\n\r\n"));
  }

  @Test
  void aRequestLineBeyondTheLimitOfTheHeadIs431() {
    Limits strange = new Limits(1000, 50, 4, 64, 20, 1024);
    assertEquals("431", last(strange, "GET /" + "x".repeat(100) + " HTTP/1.1\r\nHost: a\r\n"));
  }

  @Test
  void aBodyMayBeAsLongAsItsLimitAndOneByteMoreIs413() {
    String post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ";
    assertEquals("complete", last(post + "20\r\n\r\n" + "x".repeat(20)));
    assertEquals("413", last(post + "21\r\n\r\n"));
  }

  @Test
  void chunksMayBeAsLongAsTheLimitTogetherAndOneByteMoreIs413() {
    String first = CHUNKED + "10\r\n" + "x".repeat(16) + "\r\n";
    assertEquals("complete", last(first + "4\r\nxxxx\r\n0\r\n\r\n"));
    assertEquals("413", last(first + "5\r\n"));
  }

  @Test
  void aChunksSizeLineMayBeAsLongAsAFieldLine() {
    assertEquals("complete", last(CHUNKED + "1;" + "x".repeat(48) + "\r\nx\r\n0\r\n\r\n"));
    assertEquals("400", last(CHUNKED + "1;" + "x".repeat(49) + "\r\nx\r\n0\r\n\r\n"));
    assertEquals("400", last(CHUNKED + "0".repeat(51)));
    String second = CHUNKED + "1\r\nx\r\n";
    assertEquals("complete", last(second + "0;" + "x".repeat(48) + "\r\n\r\n"));
    assertEquals("400", last(second + "0;" + "x".repeat(49) + "\r\n\r\n"));
  }

  @Test
  void trailersHaveTheLimitsOfHeaders() {
    String end = CHUNKED + "0\r\n";
    assertEquals("complete", last(end + "X: y\r\n".repeat(4) + "\r\n"));
    assertEquals("431", last(end + "X: y\r\n".repeat(5) + "\r\n"));
    assertEquals("431", last(end + "X: " + "y".repeat(48) + "\r\n\r\n"));
  }

  @Test
  void limitsThatNoRequestFitsInAreRefused() {
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertThrows(refused, () -> new Limits(15, 50, 4, 160, 20, 1024));
    assertThrows(refused, () -> new Limits(40, 15, 4, 160, 20, 1024));
    assertThrows(refused, () -> new Limits(40, 50, 0, 160, 20, 1024));
    assertThrows(refused, () -> new Limits(40, 50, 4, 63, 20, 1024));
    assertThrows(refused, () -> new Limits(40, 50, 4, 160, -1, 1024));
    assertThrows(refused, () -> new Limits(40, 50, 4, 160, 20, 159));
  }

  @Test
  void aHeadLargerThanThePoolsLargestPieceIsRefused() {
    Limits most = new Limits(40, 50, 4, BufferPool.LARGEST, 20, 1 << 30);
    assertEquals(BufferPool.LARGEST, most.head());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Limits(40, 50, 4, BufferPool.LARGEST + 1, 20, 1 << 30));
  }

  @Test
  void oneLimitIsChangedAndTheOthersStay() {
    Limits changed = SMALL.withBody(7).withBuffered(2048);
    assertEquals(new Limits(40, 50, 4, 160, 7, 2048), changed);
    assertTrue(Limits.DEFAULT.requestLine() >= 8000);
  }

  @Test
  void blankLinesBeforeARequestDoNotCountAgainstItsLine() {
    String line = "GET /" + "x".repeat(40 - 14) + " HTTP/1.1";
    assertEquals("complete", last("\r\n\r\n" + line + "\r\nHost: a\r\n\r\n"));
    assertEquals("414", last("\r\n\r\n" + line.replace("x ", "xx ") + "\r\nHost: a\r\n\r\n"));
    String method = "A".repeat(64) + " / HTTP/1.1\r\nHost: a\r\n\r\n";
    assertEquals("complete", last(Limits.DEFAULT, "\r\n\r\n" + method));
    assertEquals("501", last(Limits.DEFAULT, "\r\n\r\nA" + method));
  }
}
