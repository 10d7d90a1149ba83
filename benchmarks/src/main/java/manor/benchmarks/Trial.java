package manor.benchmarks;

import java.time.Duration;
import java.util.Optional;
import manor.benchmarks.load.Load;
import manor.benchmarks.load.LoadGenerator;
import manor.benchmarks.load.LoadOutcome;
import manor.benchmarks.subject.SubjectProcess;
import manor.epoll.Clock;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;

/**
 * One run of guests against one server.
 *
 * @param outcome what the guests saw
 * @param cpu what the server used meanwhile, user and system time
 */
record Trial(LoadOutcome outcome, Duration cpu) {
  /**
   * Lets every connection ask once, and then measures.
   *
   * @return the result; empty if an answer was wrong or missing, which is written down
   */
  static Optional<Trial> run(
      Kernel kernel,
      SubjectProcess server,
      String scene,
      Load load,
      Duration duration,
      Findings findings) {
    String name = server.subject().name();
    if (findings.hasFailed(scene, name)) {
      return Optional.empty();
    }
    try (LoadGenerator guests = new LoadGenerator(kernel, Clock.system(), server.address(), load)) {
      LoadOutcome settled = guests.settle();
      Duration before = server.cpu();
      LoadOutcome outcome = settled.isSound() ? guests.run(duration) : settled;
      Duration used = server.cpu().minus(before);
      if (outcome.isSound()) {
        return Optional.of(new Trial(outcome, used));
      }
      findings.fail(scene, name, outcome.error());
    } catch (ErrnoException refused) {
      findings.fail(scene, name, refused.getMessage());
    }
    return Optional.empty();
  }

  /** User and system time of the server a request, in microseconds. */
  double cpuMicros() {
    return cpu.toNanos() / 1000.0 / outcome.answers();
  }
}
