package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code -Dmanor.worlds=N} sets how many worlds there are, {@code -Dmanor.seed=S} the first. */
class LongRunTest {
  private static final long WORLDS = Long.getLong("manor.worlds", 5_000);
  private static final long SEED = Long.getLong("manor.seed", 1);

  @Test
  void everyByteIsRightInThousandsOfRandomWorlds() {
    LongRun run = LongRun.from(SEED, WORLDS);
    assertEquals(
        List.of(), run.complaints(), "each is played again by ./manor simulate --seed S --trace");
    System.out.println("long run: " + run.summary());
  }

  @Test
  void theSameSeedIsTheSameWorldToTheLastByte() {
    for (long seed = 1; seed <= 50; seed++) {
      assertEquals(transcript(seed), transcript(seed));
    }
  }

  @Test
  void anotherSeedIsAnotherWorld() {
    assertTrue(!transcript(1).equals(transcript(2)));
  }

  private static List<String> transcript(long seed) {
    List<String> lines = new ArrayList<>();
    RandomWorld.run(seed, lines::add);
    assertTrue(lines.size() > 10);
    return lines;
  }
}
