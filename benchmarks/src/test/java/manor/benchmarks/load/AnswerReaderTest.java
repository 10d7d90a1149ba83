package manor.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nX-Content-Length: 9\r\ncontent-Length: 5\r\nA: b\r\n\r\nhello";

  private final AnswerReader reader = AnswerReader.of(Load.keepAlive(1));

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String refusal(String answer) {
    return assertThrows(
            IllegalStateException.class, () -> reader.read(bytes(answer), 0, answer.length()))
        .getMessage();
  }

  @Test
  void anAnswerEndsWhereItsLengthSays() {
    assertEquals(ANSWER.length(), reader.read(bytes(ANSWER + ANSWER), 0, 2 * ANSWER.length()));
    assertTrue(reader.isBetween());
  }

  @Test
  void itMayComeInAnyPieces() {
    ByteBuffer all = bytes(ANSWER + ANSWER);
    int answers = 0;
    for (int at = 0; at < all.capacity(); at++) {
      assertEquals(at + 1, reader.read(all, at, at + 1));
      answers += reader.isBetween() ? 1 : 0;
    }
    assertEquals(2, answers);
  }

  @Test
  void anAnswerMayBeEmpty() {
    String empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    assertEquals(empty.length(), reader.read(bytes(empty), 0, empty.length()));
    assertTrue(reader.isBetween());
  }

  @Test
  void anotherStatusIsNoSuccess() {
    assertEquals(
        "an answer with status 503",
        refusal("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"));
  }

  @Test
  void anAnswerWithoutLengthIsRefused() {
    assertEquals("an answer without a Content-Length", refusal("HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"));
  }

  @Test
  void anEchoIsAsLongAsWhatWasSaid() {
    AnswerReader echo = AnswerReader.of(Load.echo(1, 64));
    ByteBuffer room = ByteBuffer.allocate(100);
    assertEquals(40, echo.read(room, 0, 40));
    assertFalse(echo.isBetween());
    assertEquals(24, echo.read(room, 0, 60));
    assertTrue(echo.isBetween());
  }
}
