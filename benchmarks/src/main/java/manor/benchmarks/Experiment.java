package manor.benchmarks;

import java.io.IOException;

/** One of the benchmarks, as it is run. */
@FunctionalInterface
interface Experiment {
  /**
   * Measures, and writes down what it found.
   *
   * @throws IOException when a program cannot be started or reached
   */
  void run(Workplace workplace, Findings findings) throws IOException;
}
