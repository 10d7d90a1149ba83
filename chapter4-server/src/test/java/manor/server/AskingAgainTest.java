package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that has a file, or half of it, asks for no more than it needs. */
@RealKernel
@Timeout(30)
class AskingAgainTest {
  private static final String DIGITS = "/shelf/digits.txt";

  private final Diary told = new Diary();
  private Shelf shelf;

  @BeforeEach
  void open(Kernel kernel, @TempDir Path temporary) throws IOException {
    shelf = new Shelf(kernel, temporary, told);
    Instant changed = Instant.parse("1994-11-06T08:49:37.5Z");
    Files.setLastModifiedTime(shelf.root.resolve("digits.txt"), FileTime.from(changed));
  }

  @AfterEach
  void close() throws IOException {
    assertEquals(0, Descriptors.openOn(shelf.root.resolve("digits.txt")));
    shelf.close();
  }

  @Test
  void whoHasTheFileIsToldSo() throws IOException {
    Reply first = shelf.get(DIGITS);
    Reply again = shelf.get(DIGITS, "If-None-Match: " + first.header("etag"));
    assertEquals(304, again.status());
    assertEquals(first.header("etag"), again.header("etag"));
    assertNull(again.header("content-length"));
    assertEquals(304, shelf.head(DIGITS, "If-None-Match: *").status());
  }

  @Test
  void aTimeIsAsGoodAsATag() throws IOException {
    Reply first = shelf.get(DIGITS);
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", first.header("last-modified"));
    String since = "If-Modified-Since: " + first.header("last-modified");
    assertEquals(304, shelf.get(DIGITS, since).status());
  }

  @Test
  void aFileThatChangedIsSentAgain() throws IOException {
    String tag = shelf.get(DIGITS).header("etag");
    shelf.put("digits.txt", "9876543210");
    Reply again = shelf.get(DIGITS, "If-None-Match: " + tag);
    assertEquals("9876543210", again.text());
    assertNotEquals(tag, again.header("etag"));
    assertEquals(412, shelf.get(DIGITS, "If-Match: " + tag).status());
  }

  @ParameterizedTest
  @CsvSource({
    "0-0,0,0-0",
    "0-3,0123,0-3",
    "9-,9,9-9",
    "5-,56789,5-9",
    "-1,9,9-9",
    "-3,789,7-9",
    "-50,0123456789,0-9",
    "8-50,89,8-9"
  })
  void aRangeIsServed(String range, String content, String place) throws IOException {
    Reply reply = shelf.get(DIGITS, "Range: bytes=" + range);
    assertEquals(206, reply.status());
    assertEquals(content, reply.text());
    assertEquals("bytes " + place + "/10", reply.header("content-range"));
    assertEquals("text/plain; charset=utf-8", reply.header("content-type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10-", "10-12", "-0"})
  void aRangeBehindTheEndIsRefused(String range) throws IOException {
    Reply reply = shelf.get(DIGITS, "Range: bytes=" + range);
    assertEquals(416, reply.status());
    assertEquals("bytes */10", reply.header("content-range"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "bytes=4-3", "lines=1-2", "bytes=x-"})
  void otherRangesGetTheWholeFile(String range) throws IOException {
    Reply reply = shelf.get(DIGITS, "Range: " + range);
    assertEquals(200, reply.status());
    assertEquals("0123456789", reply.text());
  }

  @Test
  void aRangeOfAnotherVersionGetsTheWholeFile() throws IOException {
    Reply whole = shelf.get(DIGITS);
    String range = "Range: bytes=0-1";
    assertEquals(206, shelf.get(DIGITS, range, "If-Range: " + whole.header("etag")).status());
    assertEquals(
        206, shelf.get(DIGITS, range, "If-Range: " + whole.header("last-modified")).status());
    assertEquals(200, shelf.get(DIGITS, range, "If-Range: \"other\"").status());
    assertEquals(200, shelf.get(DIGITS, range, "If-Range: W/" + whole.header("etag")).status());
  }

  @Test
  void aConditionComesBeforeARange() throws IOException {
    String tag = shelf.get(DIGITS).header("etag");
    assertEquals(304, shelf.get(DIGITS, "Range: bytes=90-", "If-None-Match: " + tag).status());
  }
}
