package manor.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import manor.syscall.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer looks like, and what it cannot be made to look like. */
class ResponseTest {
  private static final String DATE = "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n";

  private final AtomicLong millis = new AtomicLong();
  private final DateHeader date = new DateHeader(source(millis));
  private final Outbox outbox = new Outbox(date);

  private static InstantSource source(AtomicLong millis) {
    return () -> Instant.ofEpochMilli(millis.get());
  }

  private String head(Response response, boolean keepAlive, int minorVersion) {
    outbox.clear();
    outbox.head(response, keepAlive, minorVersion);
    return Octets.text(outbox.memory().bytes(), 0, outbox.length());
  }

  @Test
  void itsHeadHasStatusDateFieldsAndLength() {
    Response response = Response.text(Status.NOT_FOUND, "no\n").with("X-Room", "3");
    assertEquals(
        "HTTP/1.1 404 Not Found\r\n"
            + DATE
            + "Content-Type: text/plain; charset=utf-8\r\nX-Room: 3\r\nContent-Length: 3\r\n\r\n",
        head(response, true, 1));
  }

  @Test
  void connectionIsNamedOnlyWhereItIsNotTheRule() {
    Response empty = Response.of(Status.OK);
    String start = "HTTP/1.1 200 OK\r\n" + DATE + "Content-Length: 0\r\n";
    assertEquals(start + "\r\n", head(empty, true, 1));
    assertEquals(start + "Connection: close\r\n\r\n", head(empty, false, 1));
    assertEquals(start + "Connection: keep-alive\r\n\r\n", head(empty, true, 0));
    assertEquals(start + "Connection: close\r\n\r\n", head(empty, false, 0));
  }

  @Test
  void whatHasNoContentHasNoLength() {
    String head = head(Response.of(Status.NOT_MODIFIED).with("ETag", "\"a\""), true, 1);
    assertEquals("HTTP/1.1 304 Not Modified\r\n" + DATE + "ETag: \"a\"\r\n\r\n", head);
  }

  @Test
  void textIsUtf8AndItsLengthIsInBytes() {
    Response response = Response.text(Status.OK, "häuser");
    assertEquals(7, response.content().length());
    byte[] bytes = ((Content.Bytes) response.content()).array();
    assertArrayEquals("häuser".getBytes(StandardCharsets.UTF_8), bytes);
  }

  @Test
  void oneMoreFieldLeavesTheFirstResponseAsItWas() {
    Response plain = Response.of(Status.OK);
    Response more = plain.with("A", "b");
    assertEquals(0, plain.fields().length);
    assertSame(plain.content(), more.content());
    assertSame(plain.status(), more.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\r\nSet-Cookie: c", "b\nc", "b\rc", "\0", "\u007f", "ä", "\u010a"})
  void aValueThatCouldStartALineOfItsOwnIsRefused(String value) {
    Response plain = Response.of(Status.OK);
    assertThrows(IllegalArgumentException.class, () -> plain.with("A", value));
    assertThrows(
        IllegalArgumentException.class,
        () -> Response.of(Status.OK, value, new Content.Bytes(new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A:", "A B", "A\r\nB", "Ä", "\u0141"})
  void aNameThatIsNoTokenIsRefused(String name) {
    Response plain = Response.of(Status.OK);
    assertThrows(IllegalArgumentException.class, () -> plain.with(name, "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "transfer-encoding", "CONNECTION", "Date"})
  void whatTheServerSaysItselfCannotBeSaidTwice(String name) {
    Response plain = Response.of(Status.OK);
    assertThrows(IllegalArgumentException.class, () -> plain.with(name, "5"));
  }

  @Test
  void theLongestHeadThatIsAllowedFitsInTheOutbox() {
    Response most = Response.of(Status.OK).with("A", "x".repeat(8192 - 5));
    assertDoesNotThrow(() -> head(most, true, 0));
    assertThrows(IllegalArgumentException.class, () -> most.with("B", ""));
    assertEquals(true, head(most, true, 0).length() + 100 < Outbox.HEAD);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void aStatusLineIsItsCodeAndReason(Status status) {
    String line = new String(status.line(), StandardCharsets.US_ASCII);
    assertEquals("HTTP/1.1 " + status.code() + " " + status.reason() + "\r\n", line);
  }

  @ParameterizedTest
  @CsvSource({
    "784111777, 'Sun, 06 Nov 1994 08:49:37 GMT'",
    "0, 'Thu, 01 Jan 1970 00:00:00 GMT'",
    "951782400, 'Tue, 29 Feb 2000 00:00:00 GMT'",
    "1583020799, 'Sat, 29 Feb 2020 23:59:59 GMT'",
    "1710201600, 'Tue, 12 Mar 2024 00:00:00 GMT'",
    "1712880000, 'Fri, 12 Apr 2024 00:00:00 GMT'",
    "1715472000, 'Sun, 12 May 2024 00:00:00 GMT'",
    "1718150400, 'Wed, 12 Jun 2024 00:00:00 GMT'",
    "1720742400, 'Fri, 12 Jul 2024 00:00:00 GMT'",
    "1723420800, 'Mon, 12 Aug 2024 00:00:00 GMT'",
    "1726099200, 'Thu, 12 Sep 2024 00:00:00 GMT'",
    "1728691200, 'Sat, 12 Oct 2024 00:00:00 GMT'",
    "1733961600, 'Thu, 12 Dec 2024 00:00:00 GMT'",
    "253402300799, 'Fri, 31 Dec 9999 23:59:59 GMT'"
  })
  void aDateIsWrittenAsHttpWritesIt(long second, String expected) {
    assertEquals(expected, DateHeader.format(Instant.ofEpochSecond(second)));
  }

  @Test
  void theDateIsMadeOnceASecond() {
    byte[] first = date.line();
    millis.set(999);
    date.update();
    assertSame(first, date.line());
    millis.set(1000);
    date.update();
    String line = new String(date.line(), StandardCharsets.US_ASCII);
    assertEquals("Date: Thu, 01 Jan 1970 00:00:01 GMT\r\n", line);
  }

  @Test
  void contentGoesOutInPiecesThatFit() {
    byte[] bytes = new byte[100_000];
    bytes[99_999] = 7;
    Content content = new Content.Bytes(bytes);
    outbox.head(Response.of(Status.OK), true, 1);
    int room = outbox.room();
    assertEquals(room, outbox.content(content, 0));
    assertEquals(0, outbox.room());
    outbox.clear();
    assertEquals(100_000 - room, outbox.content(content, room));
    assertEquals(7, outbox.memory().bytes().get(outbox.length() - 1));
  }

  @Test
  void aFileIsNotCopied() {
    Memory target = Memory.allocate(1);
    Content file = new Content.File(null, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> Content.copy(file, 0, target, 0, 1));
  }
}
