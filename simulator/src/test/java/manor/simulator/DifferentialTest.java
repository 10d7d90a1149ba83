package manor.simulator;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import manor.simulator.Differential.Difference;
import manor.simulator.Operation.Kind;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulated kernel and the real one cannot be told apart by random operations. {@code
 * -Dmanor.fuzz.operations=N} sets how many, {@code -Dmanor.fuzz.seed=S} where to start.
 */
@RealKernel
class DifferentialTest {
  private static final long OPERATIONS = Long.getLong("manor.fuzz.operations", 1_000_000);
  private static final long SEED = Long.getLong("manor.fuzz.seed", 1);

  @TempDir static Path top;

  @BeforeAll
  static void plantTheFiles() throws IOException {
    Samples.plant(top);
  }

  /** A difference that was found: where, after how many operations, and how to see it again. */
  private record Finding(long operations, String report) {}

  @Test
  void aMillionRandomOperationsGetTheSameAnswersFromBothKernels() {
    long start = System.nanoTime();
    try (Differential differential = new Differential(top, Parts::new)) {
      Finding finding = search(differential);
      assertNull(finding, () -> finding.report());
      System.out.printf(
          "differential: %,d operations on both kernels, no difference, %d late packets, %.1f s%n",
          differential.operations(), differential.late(), (System.nanoTime() - start) / 1e9);
      assertTrue(differential.late() < 100, "late: " + differential.late());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongKernelIsFoundOut(Flaw flaw) {
    try (Differential differential = new Differential(top, flaw::parts)) {
      Finding finding = search(differential);
      assertNotNull(finding, "nothing was noticed");
      System.out.printf(
          "differential: %s is noticed after %,d operations%n", flaw, finding.operations());
      assertTrue(finding.report().contains("new Operation("), finding.report());
    }
  }

  @Test
  void aDifferenceIsShownAsAShortTest() {
    try (Differential differential = new Differential(top, Flaw.EDGE_IS_TOLD_AGAIN::parts)) {
      String report = search(differential).report();
      assertTrue(
          report.lines().filter(line -> line.contains("new Operation(")).count() <= 6, report);
    }
  }

  @Test
  void optionsAreThoseOfTheListenerWhenTheConnectionWasMade() {
    assertSame(
        new Operation(Kind.LISTENER, 4, 2, 2),
        new Operation(Kind.FULL_TABLE, 1, 0, 0),
        new Operation(Kind.CONNECTION, 4, 8, 1),
        new Operation(Kind.SET, 4, 2, 1),
        new Operation(Kind.ACCEPT, 4, 7, 0),
        new Operation(Kind.GET, 7, 2, 0));
  }

  @Test
  void aListenerThatWasShutDownBeforeGivesConnectionsThatAre() {
    assertSame(
        new Operation(Kind.EPOLL, 4, 0, 0),
        new Operation(Kind.SOCKET, 5, 2, 0),
        new Operation(Kind.SOCKET, 12, 2, 0),
        new Operation(Kind.CONTROL, 4, 12, 52),
        new Operation(Kind.SHUTDOWN, 5, 1, 0),
        new Operation(Kind.LISTEN, 5, 1, 0),
        new Operation(Kind.CONNECT, 12, 5, 0),
        new Operation(Kind.WAIT, 4, 1, 0));
  }

  @Test
  void aBindThatFailsForgetsTheAddressOfTheConnectionBefore() {
    assertSame(
        new Operation(Kind.LISTENER, 2, 2, 0),
        new Operation(Kind.CONNECTION, 2, 12, 15),
        new Operation(Kind.CLOSE, 12, 0, 0),
        new Operation(Kind.WRITE, 15, 10, 0),
        new Operation(Kind.BIND, 15, 2, 1),
        new Operation(Kind.NAME, 15, 0, 0));
  }

  private static Finding search(Differential differential) {
    for (long seed = SEED; differential.operations() < OPERATIONS; seed++) {
      List<Operation> sequence = Generator.sequence(seed);
      long before = differential.operations();
      Difference difference = differential.compare(sequence);
      if (difference != null) {
        return new Finding(before, report(differential, sequence, difference, seed));
      }
    }
    return null;
  }

  /** The shortest sequence that still differs, as a test. */
  private static String report(
      Differential differential, List<Operation> sequence, Difference difference, long seed) {
    List<Operation> start = sequence.subList(0, difference.index() + 1);
    List<Operation> shortest = new Shrinker(differential::recurs).shrink(start);
    Difference found = differential.confirm(shortest);
    Difference shown = found == null ? difference : found;
    String lines = shortest.stream().map(o -> "            " + o.source()).collect(joining(",\n"));
    return """
    the kernels differ (seed %d) after %s
      simulated: %s
      real:      %s

      @Test
      void seed%dGetsTheSameAnswers() {
        assertSame(
    %s);
      }
    """
        .formatted(seed, shown.operation(), shown.simulated(), shown.real(), seed, lines);
  }

  /** For pasted sequences: both kernels give the same answers to these operations. */
  static void assertSame(Operation... operations) {
    try (Differential differential = new Differential(top, Parts::new)) {
      assertNull(differential.confirm(List.of(operations)));
    }
  }
}
