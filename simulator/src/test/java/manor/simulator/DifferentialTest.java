package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import manor.simulator.Differential.Difference;
import manor.syscall.LinuxKernel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulated kernel and the real one cannot be told apart by random operations. {@code
 * -Dmanor.fuzz.operations=N} sets how many, {@code -Dmanor.fuzz.seed=S} where to start.
 */
@Tag("real-kernel")
class DifferentialTest {
  private static final long OPERATIONS = Long.getLong("manor.fuzz.operations", 1_000_000);
  private static final long SEED = Long.getLong("manor.fuzz.seed", 1);

  @TempDir static Path top;

  @BeforeAll
  static void needTheRealKernel() throws IOException {
    assumeTrue(LinuxKernel.isSupported(), "skipped: needs Linux on x86-64 or aarch64");
    Samples.plant(top);
  }

  @Test
  void aMillionRandomOperationsGetTheSameAnswersFromBothKernels() {
    long start = System.nanoTime();
    try (Differential differential = new Differential(top, Parts::new)) {
      long seed = SEED;
      while (differential.operations() < OPERATIONS) {
        List<Operation> sequence = Generator.sequence(seed++);
        Difference difference = differential.compare(sequence);
        if (difference != null) {
          fail(report(differential, sequence, difference, seed - 1));
        }
      }
      System.out.printf(
          "%,d operations in %,d sequences on both kernels, no difference (%d late), %.1f s%n",
          differential.operations(),
          seed - SEED,
          differential.late(),
          (System.nanoTime() - start) / 1e9);
      assertTrue(differential.late() < 50, "the real kernel was late " + differential.late());
    }
  }

  /** The shortest sequence that still differs, as a test. */
  static String report(
      Differential differential, List<Operation> sequence, Difference difference, long seed) {
    List<Operation> start = sequence.subList(0, difference.index() + 1);
    List<Operation> shortest = new Shrinker(s -> differential.confirm(s) != null).shrink(start);
    Difference found = differential.confirm(shortest);
    String lines =
        shortest.stream()
            .map(operation -> "        " + operation.source())
            .collect(Collectors.joining(",\n"));
    return """
    seed %d: the kernels differ
      simulated: %s
      real:      %s
      @Test
      void seed%dGetsTheSameAnswers() {
        assertSame(List.of(
    %s));
      }
    """
        .formatted(seed, found.simulated(), found.real(), seed, lines);
  }
}
