package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of a file of a thousand bytes. */
class ByteRangeTest {
  private static final long SIZE = 1000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,0",
    "bytes=0-499,0,499",
    "bytes=500-,500,999",
    "bytes=999-,999,999",
    "bytes=-1,999,999",
    "bytes=-1000,0,999",
    "bytes=-5000,0,999",
    "bytes=900-5000,900,999",
    "BYTES=0-1,0,1",
    "'bytes= 0-1 ',0,1",
    "bytes=00-01,0,1",
    "bytes=0-99999999999999999999999,0,999",
    "bytes=-99999999999999999999999,0,999"
  })
  void aRangeIsCutToTheFile(String field, long first, long last) {
    ByteRange range = ByteRange.of(field, SIZE);
    assertEquals(new ByteRange(first, last), range);
    assertEquals(last - first + 1, range.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999999999-"})
  void aRangeBehindTheFileCannotBeSatisfied(String field) {
    assertSame(ByteRange.NONE, ByteRange.of(field, SIZE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-", "bytes=-5", "bytes=0-0"})
  void anEmptyFileHasNoRange(String field) {
    assertSame(ByteRange.NONE, ByteRange.of(field, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=1-2,4-5",
        "lines=1-2",
        "bytes=--1",
        "bytes=1-2-3",
        "bytes=1 - 2",
        "bytes=+1-2",
        "bytes=0x1-2",
        "bytes=٣-٤",
        "bytes=99999999999999999999-5"
      })
  void whatIsNoSingleRangeIsIgnored(String field) {
    assertNull(ByteRange.of(field, SIZE));
  }

  @Test
  void noFieldIsNoRange() {
    assertNull(ByteRange.of(null, SIZE));
  }
}
