package manor.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import manor.syscall.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory that is lent, comes back, and never becomes more than was agreed; and bodies in it. */
class BufferPoolTest {
  private final BufferPool pool = new BufferPool(1 << 20);

  @ParameterizedTest
  @CsvSource({
    "0, 1024",
    "1, 1024",
    "1024, 1024",
    "1025, 2048",
    "65536, 65536",
    "65537, 131072",
    "1000000, 1048576"
  })
  void aPieceIsTheNextPowerOfTwo(int wanted, int size) {
    assertEquals(size, pool.take(wanted).size());
    assertEquals(size, pool.inUse());
    assertEquals(size, BufferPool.sizeFor(wanted));
  }

  @Test
  void whatComesBackIsLentAgain() {
    Memory piece = pool.take(5000);
    pool.give(piece);
    assertEquals(0, pool.inUse());
    assertSame(piece, pool.take(8192));
  }

  @Test
  void beyondTheLimitThereIsNothingUntilSomethingComesBack() {
    Memory half = pool.take(1 << 19);
    Memory other = pool.take(1 << 19);
    assertNull(pool.take(1));
    assertEquals(1 << 20, pool.inUse());
    pool.give(half);
    assertNotNull(pool.take(1), "idle pieces of another size stood in the way");
    pool.give(other);
    assertEquals(1024, pool.inUse());
    assertEquals(1 << 20, pool.limit());
  }

  @Test
  void noPieceIsLargerThanTheLargest() {
    BufferPool large = new BufferPool(1 << 30);
    assertEquals(BufferPool.LARGEST, large.take(BufferPool.LARGEST).size());
    assertThrows(IllegalArgumentException.class, () -> large.take(BufferPool.LARGEST + 1));
    assertThrows(IllegalArgumentException.class, () -> large.take(Integer.MAX_VALUE));
  }

  @Test
  void whenTheMachineHasNoMoreMemoryThereIsNothingEither() {
    AtomicBoolean full = new AtomicBoolean(true);
    BufferPool scarce = new BufferPool(1 << 20, size -> allocate(size, full.get()));
    assertNull(scarce.take(1));
    full.set(false);
    assertEquals(0, scarce.inUse());
    assertNotNull(scarce.take(1));
  }

  private static Memory allocate(int size, boolean full) {
    if (full) {
      throw new OutOfMemoryError("direct buffer memory");
    }
    return Memory.allocate(size);
  }

  @Test
  void aQuarterIsNeverSetAside() {
    assertTrue(pool.reserve(3 << 18));
    assertFalse(pool.reserve(1));
    pool.unreserve(2);
    assertTrue(pool.reserve(1));
    assertEquals(3 << 18, pool.reservable());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 1023, 1024, 65_535, 65_536, 65_537, 131_072, 200_001})
  void aBodyIsWhatWasAppendedHoweverItWasCut(int expected) {
    byte[] content = new byte[expected < 0 ? 200_000 : expected];
    Random random = new Random(expected);
    random.nextBytes(content);
    Memory source = Memory.copyOf(content);
    Body body = new Body(pool, expected);
    assertTrue(body.canBeKept() && body.reserve());
    int from = 0;
    while (from < content.length) {
      int end = Math.min(content.length, from + random.nextInt(70_000));
      assertTrue(body.append(source, from, end));
      from = end;
    }
    assertEquals(content.length, body.length());
    assertArrayEquals(content, body.toByteArray());
    Memory copy = Memory.allocate(content.length + 3);
    int middle = content.length / 3;
    body.copy(middle, copy, 3, content.length - middle);
    assertEquals(
        copy.bytes().slice(3, content.length - middle),
        source.bytes().slice(middle, content.length - middle));
    body.release();
    assertEquals(0, body.length());
    assertEquals(0, pool.inUse());
    assertTrue(pool.reserve(pool.reservable()), "something is still set aside");
  }

  @Test
  void anEmptyBodyTakesNothing() {
    Body body = new Body(pool, 0);
    assertTrue(body.reserve());
    assertEquals(0, body.length());
    assertArrayEquals(new byte[0], body.toByteArray());
    assertEquals(0, pool.inUse());
  }

  @Test
  void aBodyLargerThanAllThatCanBeSetAsideCannotBeKept() {
    assertTrue(new Body(pool, 3 << 18).canBeKept());
    assertFalse(new Body(pool, (3 << 18) + 1).canBeKept());
    assertFalse(new Body(pool, Long.MAX_VALUE).canBeKept());
  }
}
