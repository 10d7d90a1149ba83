package manor.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * The server of chapter 4 in one random world after the other.
 *
 * @param worlds how many there were
 * @param complaints what went wrong in them, each with the seed of its world in front
 * @param nanos how long that took, in real time
 */
public record LongRun(long worlds, List<String> complaints, long nanos) {
  private static final int MOST_COMPLAINTS = 20;

  /** Runs the worlds of so many seeds, from this one on; ends early when too much goes wrong. */
  public static LongRun from(long seed, long count) {
    long start = System.nanoTime();
    List<String> complaints = new ArrayList<>();
    long next = seed;
    while (next < seed + count && complaints.size() < MOST_COMPLAINTS) {
      complaints.addAll(RandomWorld.run(next++, null));
    }
    return new LongRun(next - seed, List.copyOf(complaints), System.nanoTime() - start);
  }

  /** What was run, and how fast. */
  public String summary() {
    double seconds = nanos / 1e9;
    return String.format(
        "%,d random worlds in %.1f s, %,.0f a second", worlds, seconds, worlds / seconds);
  }
}
