package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A simulated kernel gives the same answers on every machine and every Java. */
class ReplayTest {
  private static final int SEQUENCES = 500;

  /** To be changed only when the kernel or the sequences were changed on purpose. */
  private static final int FINGERPRINT = 571_192_371;

  @Test
  void theAnswersToAllSequencesAreTheSameEverywhere() {
    int fingerprint = 1;
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      fingerprint = 31 * fingerprint + transcript(Generator.sequence(seed)).hashCode();
    }
    assertEquals(FINGERPRINT, fingerprint);
  }

  private static String transcript(List<Operation> operations) {
    World world = new World();
    world.files().file("/top/plain", Samples.PLAIN).file("/top/sub/inner", Samples.INNER);
    Workbench bench = new SimulatedBench(new SimulatedKernel(world), "/top");
    StringBuilder transcript = new StringBuilder();
    for (Operation operation : operations) {
      bench.perform(operation);
      transcript.append(bench.said()).append('\n');
    }
    return transcript.toString();
  }
}
