package manor.explorer;

/**
 * How far to go.
 *
 * @param interruptions every order with up to so many is tried
 * @param runsEach but no more orders than this for each number of interruptions
 * @param seed the first of the random orders
 * @param worlds how many of those
 */
public record Bounds(int interruptions, int runsEach, long seed, long worlds) {
  /** A second or two. */
  public static final Bounds USUAL = new Bounds(2, 800, 1, 400);

  /** Other random orders, from {@code first} on. */
  public Bounds seed(long first) {
    return new Bounds(interruptions, runsEach, first, worlds);
  }

  /** So many random orders. */
  public Bounds worlds(long count) {
    return new Bounds(interruptions, runsEach, seed, count);
  }
}
