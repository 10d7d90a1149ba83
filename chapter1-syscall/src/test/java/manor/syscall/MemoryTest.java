package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {
  private final Memory memory = Memory.allocate(8);

  @Test
  void newMemoryIsZeroDirectAndInTheMachinesOrder() {
    assertEquals(0, memory.getLong(0));
    assertEquals(8, memory.size());
    assertTrue(memory.bytes().isDirect());
    assertEquals(ByteOrder.nativeOrder(), memory.bytes().order());
    assertSame(memory.bytes(), memory.bytes());
  }

  @Test
  void theAddressCountsBytesAndStays() {
    assertNotEquals(0, memory.address(0, 8));
    assertEquals(memory.address(0, 0) + 5, memory.address(5, 3));
    assertEquals(memory.address(0, 0) + 8, memory.address(8, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 9", "1, 8", "9, 0", "-1, 1", "0, -1", "1, 9223372036854775807"})
  void noAddressIsGivenOutForBytesOutside(long offset, long length) {
    assertThrows(IndexOutOfBoundsException.class, () -> memory.address(offset, length));
  }

  @Test
  void intsAndLongsOutsideAreRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> memory.getInt(5));
    assertThrows(IndexOutOfBoundsException.class, () -> memory.putInt(-1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> memory.getLong(1));
    assertThrows(IndexOutOfBoundsException.class, () -> memory.putLong(1, 0));
  }

  @Test
  void aCStringEndsWithNul() {
    Memory text = Memory.ofCString("h\u00e9");
    assertEquals(4, text.size());
    assertEquals(0, text.bytes().get(3));
    assertEquals("h\u00e9", text.cString(0));
    assertEquals("", text.cString(3));
  }

  @Test
  void aStringWithoutNulEndsWithTheMemory() {
    assertEquals("bc", Memory.copyOf("abc".getBytes(StandardCharsets.UTF_8)).cString(1));
  }

  @Test
  void aCopyIsACopy() {
    byte[] content = {1, 2, 3};
    Memory copy = Memory.copyOf(content);
    content[0] = 9;
    byte[] back = new byte[3];
    copy.bytes().get(0, back);
    assertArrayEquals(new byte[] {1, 2, 3}, back);
  }
}
