package manor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What must hold for any bytes whatever: the parser throws nothing, stays within what it was given,
 * ends, and gives the same answer however they are cut and wherever they are moved.
 */
final class AnyBytes {
  private static final Limits SMALL = new Limits(64, 64, 6, 256, 200, 1024);

  private AnyBytes() {}

  /** The first four bytes say where the others are cut, and by which limits they are judged. */
  static void check(byte[] bytes) {
    int head = Math.min(4, bytes.length);
    byte[] stream = Arrays.copyOfRange(bytes, head, bytes.length);
    int seed = Arrays.hashCode(Arrays.copyOf(bytes, head));
    check(stream, seed, (seed & 1) == 0 ? SMALL : Limits.DEFAULT);
  }

  static void check(byte[] stream, int seed, Limits limits) {
    List<String> whole = ParserFeed.whole(limits, stream);
    assertEquals(whole, ParserFeed.byteAtATime(limits, stream));
    Random random = new Random(seed);
    for (int round = 1; round <= 4; round++) {
      int[] cuts = random.ints(round * 2, 0, stream.length + 1).sorted().toArray();
      assertEquals(whole, ParserFeed.cut(limits, stream, cuts));
      assertEquals(whole, ParserFeed.cutAndMoved(limits, stream, cuts));
    }
  }
}
