package manor.simulator;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The datagrams that have arrived at a socket and wait to be read. Each takes up more room than its
 * bytes; what there is no room for is lost, and nobody hears of it.
 */
final class PostBox {
  /** What Linux counts for a datagram beside its bytes. */
  private static final int OVERHEAD = 768;

  /** A datagram that has arrived. */
  record Letter(InetSocketAddress from, byte[] text) {
    private int cost() {
      return text.length + OVERHEAD;
    }
  }

  private final Deque<Letter> letters = new ArrayDeque<>();
  private int cost;

  /** Whether there was room for it: one is let in as long as the limit is not passed already. */
  boolean add(Letter letter, int limit) {
    if (cost > limit) {
      return false;
    }
    cost += letter.cost();
    return letters.add(letter);
  }

  /** The one that came first, or null. */
  Letter take() {
    Letter letter = letters.poll();
    cost -= letter == null ? 0 : letter.cost();
    return letter;
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }
}
