package manor.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import manor.benchmarks.load.Load;
import manor.benchmarks.load.LoadOutcome;
import manor.benchmarks.subject.SubjectProcess;

/** What a small request costs each server, in six scenes. */
final class ServerExperiment implements Experiment {
  /** Requests a second at which delays are measured. */
  static final int RATE = 10_000;

  static final String AT_RATE = "10,000 requests a second, 64 connections";

  /** The scenes by name, in the order they are played. */
  static Map<String, Load> scenes() {
    Map<String, Load> scenes = new LinkedHashMap<>();
    scenes.put("keep-alive, 1 connection", Load.keepAlive(1));
    scenes.put("keep-alive, 64 connections", Load.keepAlive(64));
    scenes.put("keep-alive, 512 connections", Load.keepAlive(512));
    scenes.put("pipelined by 16, 64 connections", Load.pipelined(64, 16));
    scenes.put("a connection a request, 64 at a time", Load.fresh(64));
    scenes.put(AT_RATE, Load.atRate(64, RATE));
    return scenes;
  }

  @Override
  public void run(Workplace workplace, Findings findings) throws IOException {
    Pace pace = workplace.pace();
    try (Company company = Company.start(workplace.roster().http(), workplace, findings)) {
      int runs = (pace.rounds() + 1) * scenes().size() * company.size();
      workplace.progress().begin("server", runs);
      for (int round = 0; round <= pace.rounds(); round++) {
        for (String scene : scenes().keySet()) {
          for (SubjectProcess server : company.inOrderOf(round)) {
            workplace.progress().step(server.subject().label() + ", " + scene);
            play(workplace, server, scene, round, findings);
          }
        }
      }
    }
  }

  /** Round 0 is for warming up. */
  private static void play(
      Workplace workplace, SubjectProcess server, String scene, int round, Findings findings) {
    Pace pace = workplace.pace();
    Duration duration = round == 0 ? pace.warmUp() : pace.run();
    Optional<Trial> trial =
        Trial.run(workplace.kernel(), server, scene, scenes().get(scene), duration, findings);
    if (round > 0 && trial.isPresent()) {
      record(server, scene, trial.get(), findings);
    }
  }

  private static void record(SubjectProcess server, String scene, Trial trial, Findings findings) {
    String name = server.subject().name();
    LoadOutcome outcome = trial.outcome();
    findings.add(scene, name, Metric.CPU, trial.cpuMicros());
    findings.add(scene, name, Metric.THROUGHPUT, outcome.perSecond());
    findings.add(scene, name, Metric.MEMORY, server.residentBytes() / 1048576.0);
    if (scene.equals(AT_RATE)) {
      findings.add(scene, name, Metric.P50, outcome.delayMicros(50));
      findings.add(scene, name, Metric.P99, outcome.delayMicros(99));
      findings.add(scene, name, Metric.P999, outcome.delayMicros(99.9));
      if (!outcome.isSustained()) {
        findings.leaveOut(
            server.subject().label() + " did not keep up with " + RATE + " requests a second.");
      }
    }
  }
}
