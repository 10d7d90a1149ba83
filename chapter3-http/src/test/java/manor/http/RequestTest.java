package manor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a handler can ask of a request. */
class RequestTest {
  private static RequestParser parsed(String wire) {
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    ByteBuffer bytes = ByteBuffer.wrap(ParserFeed.bytes(wire));
    parser.begin(bytes, 0);
    assertEquals(RequestParser.Step.HEAD, parser.next(bytes, 0, bytes.capacity()));
    return parser;
  }

  private static Request request(String wire) {
    return parsed(wire).request();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "/, /, none",
        "/a/b, /a/b, none",
        "/a?b=c, /a, b=c",
        "/a?, /a, ''",
        "/?x?y, /, x?y",
        "/a%20b, /a%20b, none",
        "http://a/x, /x, none",
        "http://a/x?y, /x, y",
        "http://a:80, /, none",
        "http://a?y, /, y",
        "HTTPS://a/, /, none"
      })
  void aTargetHasAPathAndPerhapsAQuery(String target, String path, String query) {
    Request request = request("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals(target, request.target());
    assertEquals(path, request.path());
    assertEquals(query, request.query());
    assertTrue(request.hasPath(path));
    assertTrue(request.hasPathUnder(path));
  }

  @Test
  void theAsteriskIsAPathOfItsOwn() {
    Request request = request("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals("*", request.path());
    assertNull(request.query());
  }

  @Test
  void pathsAndMethodsAreComparedWholeAndByCase() {
    Request request = request("GET /book/a HTTP/1.1\r\nHost: a\r\n\r\n");
    assertTrue(request.hasMethod("GET"));
    assertFalse(request.hasMethod("get"));
    assertFalse(request.hasMethod("GETT"));
    assertFalse(request.hasPath("/book"));
    assertFalse(request.hasPath("/Book/a"));
    assertTrue(request.hasPathUnder("/book/"));
    assertFalse(request.hasPathUnder("/book/a/b"));
    assertFalse(request.hasPathUnder("/back"));
  }

  @Test
  void fieldsAreFoundByNameInAnyCaseAndTheFirstOneWins() {
    Request request =
        request("GET / HTTP/1.1\r\nHost: a\r\nX-Room:  \t3 4\t\r\nx-room: 5\r\nEmpty:\r\n\r\n");
    assertEquals("3 4", request.header("X-ROOM"));
    assertEquals("", request.header("empty"));
    assertNull(request.header("x"));
    assertEquals(4, request.headerCount());
    assertEquals("x-room", request.headerName(2));
    assertEquals("5", request.headerValue(2));
  }

  @Test
  void bytesAbove127AreACharacterEach() {
    Request request = request("GET / HTTP/1.1\r\nHost: a\r\nX: \u00e4\u00ff\r\n\r\n");
    assertEquals("\u00e4\u00ff", request.header("X"));
  }

  @Test
  void aHundredFieldsAreAllFound() {
    StringBuilder head = new StringBuilder("GET / HTTP/1.1\r\nHost: a\r\n");
    for (int i = 0; i < 99; i++) {
      head.append("X-").append(i).append(": ").append(i).append("\r\n");
    }
    Request request = request(head + "\r\n");
    assertEquals(100, request.headerCount());
    assertEquals("98", request.header("x-98"));
  }

  @Test
  void aParserIsUsedAgainWithoutRememberingTheLastRequest() {
    RequestParser parser =
        parsed("HEAD /a?b HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 7\r\n\r\n");
    assertTrue(parser.isHead());
    assertEquals(7, parser.contentLength());
    ByteBuffer bytes = ByteBuffer.wrap(ParserFeed.bytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    parser.begin(bytes, 0);
    assertFalse(parser.isHead());
    assertFalse(parser.isPastHead());
    assertEquals(RequestParser.Step.HEAD, parser.next(bytes, 0, bytes.capacity()));
    assertEquals(-1, parser.contentLength());
    assertFalse(parser.hasBody());
    assertTrue(parser.keepsAlive());
    assertNull(parser.request().query());
    assertEquals(1, parser.request().headerCount());
    assertThrows(IllegalStateException.class, parser.request()::body);
    assertEquals(
        RequestParser.Step.COMPLETE, parser.next(bytes, parser.position(), bytes.capacity()));
    assertNull(parser.failure());
  }

  @Test
  void afterARefusalNothingIsReadAnyMore() {
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    ByteBuffer bytes = ByteBuffer.wrap(ParserFeed.bytes("\0GET / HTTP/1.1\r\n"));
    parser.begin(bytes, 0);
    assertEquals(RequestParser.Step.INVALID, parser.next(bytes, 0, 1));
    int position = parser.position();
    assertEquals(RequestParser.Step.INVALID, parser.next(bytes, position, bytes.capacity()));
    assertEquals(position, parser.position());
    assertEquals(Status.BAD_REQUEST, parser.failure());
  }

  @Test
  void blankLinesBeforeARequestAreNoPartOfIt() {
    Request request = request("\r\n\r\nPUT /a?b HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals("PUT", request.method());
    assertEquals("/a", request.path());
    assertEquals("b", request.query());
    assertTrue(parsed("\r\nHEAD / HTTP/1.1\r\nHost: a\r\n\r\n").isHead());
  }

  @Test
  void trailersOfOneRequestDoNotCountForTheNext() {
    String post = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunked = post + "0\r\n" + "X: y\r\n".repeat(60) + "\r\n";
    byte[] twice = ParserFeed.bytes(chunked + chunked);
    String last = ParserFeed.whole(Limits.DEFAULT, twice).get(5);
    assertTrue(last.startsWith("complete @" + twice.length), last);
  }
}
