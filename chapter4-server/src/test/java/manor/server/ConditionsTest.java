package manor.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import manor.http.Limits;
import manor.http.Request;
import manor.http.RequestParser;
import manor.syscall.Statx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional requests for a file last changed at 1994-11-06 08:49:37 and a bit. */
class ConditionsTest {
  private static final long CHANGED = 784_111_777_500_000_000L;
  private static final Statx FILE = new Statx(0x8000, 0xabc, 0x10, CHANGED);

  private final Conditions conditions = Conditions.of(FILE);

  /** {@code OURS} stands for the file's own tag; lines are separated by semicolons. */
  private Request request(String fields) {
    String lines =
        fields.replace("OURS", conditions.etag()).replaceAll("; ", "\r\n").replace('\'', '"');
    byte[] bytes = ("GET / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n\r\n").getBytes(ISO_8859_1);
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    parser.begin(buffer, 0);
    assertEquals(RequestParser.Step.HEAD, parser.next(buffer, 0, bytes.length), lines);
    return parser.request();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "X-Nothing: asked                                   | -",
        "If-None-Match: OURS                                | 304 Not Modified",
        "If-None-Match: W/OURS                              | 304 Not Modified",
        "If-None-Match: 'a', OURS ,'b'                      | 304 Not Modified",
        "If-None-Match: *                                   | 304 Not Modified",
        "If-None-Match: 'other'                             | -",
        "If-None-Match: 'a'; If-None-Match: OURS            | 304 Not Modified",
        "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT   | 304 Not Modified",
        "If-Modified-Since: Sun, 06 Nov 1994 08:49:38 GMT   | 304 Not Modified",
        "If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT   | -",
        "If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT  | 304 Not Modified",
        "If-Modified-Since: Sun Nov  6 08:49:37 1994        | 304 Not Modified",
        "If-Modified-Since: Sunday, 06-Nov-94 08:49:36 GMT  | -",
        "If-Modified-Since: Sun Nov  6 08:49:36 1994        | -",
        "If-Modified-Since: yesterday                       | -",
        "If-None-Match: 'x'; If-Modified-Since: Sun, 06 Nov 1994 08:49:38 GMT | -",
        "If-Match: OURS                                     | -",
        "If-Match: *                                        | -",
        "If-Match: W/OURS                                   | 412 Precondition Failed",
        "If-Match: 'other'                                  | 412 Precondition Failed",
        "If-Match: 'a'; If-Match: OURS                      | -",
        "If-Match: OURS; If-None-Match: OURS                | 304 Not Modified",
        "If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT | -",
        "If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT | 412 Precondition Failed",
        "If-Unmodified-Since: never                         | -",
        "If-Match: OURS; If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT | -"
      })
  void aConditionDecides(String fields, String verdict) {
    Object answer = conditions.verdict(request(fields));
    assertEquals(verdict, answer == null ? "-" : answer.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "OURS,true",
    "W/OURS,false",
    "'\"other\"',false",
    "'Sun, 06 Nov 1994 08:49:37 GMT',true",
    "'Sun, 06 Nov 1994 08:49:38 GMT',false",
    "'Sun, 06 Nov 1994 08:49:36 GMT',false",
    "x,false"
  })
  void aRangeIsOnlyForWhoHasTheSameFile(String ifRange, boolean allowed) {
    assertEquals(allowed, conditions.allowRange(ifRange.replace("OURS", conditions.etag())));
  }

  @Test
  void aTagIsAnotherForAnotherFileSizeOrTime() {
    assertEquals(
        "\"abc-10-ae1b7e2a7b18100\"",
        conditions.etag().replaceAll("[0-9a-f]{15,}", "ae1b7e2a7b18100"));
    assertNotEquals(conditions.etag(), Conditions.of(new Statx(0x8000, 1, 0x10, CHANGED)).etag());
    assertNotEquals(conditions.etag(), Conditions.of(new Statx(0x8000, 0xabc, 1, CHANGED)).etag());
    assertNotEquals(
        conditions.etag(), Conditions.of(new Statx(0x8000, 0xabc, 0x10, CHANGED + 1)).etag());
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", conditions.lastModified());
  }
}
