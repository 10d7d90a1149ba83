package manor.io;

import manor.epoll.Ready;

/**
 * All that is known of a descriptor at one moment, in one piece that never changes: Rust packs the
 * three into one machine word to swap them at once, Java swaps a reference.
 *
 * @param bits as of {@link Ready}
 * @param tick how many times the driver had brought news
 * @param shutdown whether there will never be any more
 */
public record ReadyEvent(int bits, int tick, boolean shutdown) {
  /** Nothing known yet. */
  static final ReadyEvent NONE = new ReadyEvent(0, 0, false);

  /** What the descriptor is ready for. */
  public Ready ready() {
    return new Ready(bits);
  }

  /** As much of it as {@code mask} is concerned with; of nothing, no tick either. */
  ReadyEvent masked(int mask) {
    int concerned = bits & mask;
    if (concerned == bits) {
      return this;
    }
    return concerns(mask) ? new ReadyEvent(concerned, tick, shutdown) : NONE;
  }

  /** Whether one who waits for {@code mask} has something to do: try again, or give up. */
  boolean concerns(int mask) {
    return shutdown || (bits & mask) != 0;
  }
}
