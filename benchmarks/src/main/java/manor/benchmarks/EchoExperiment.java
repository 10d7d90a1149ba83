package manor.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import manor.benchmarks.load.Load;
import manor.benchmarks.subject.SubjectProcess;

/** What the runtime of chapter 5 costs: bytes there and back again. */
final class EchoExperiment implements Experiment {
  private static final int BYTES = 64;

  static Map<String, Load> scenes() {
    Map<String, Load> scenes = new LinkedHashMap<>();
    scenes.put("echo of 64 bytes, 1 connection", Load.echo(1, BYTES));
    scenes.put("echo of 64 bytes, 64 connections", Load.echo(64, BYTES));
    scenes.put("echo of 64 bytes, 512 connections", Load.echo(512, BYTES));
    return scenes;
  }

  @Override
  public void run(Workplace workplace, Findings findings) throws IOException {
    Pace pace = workplace.pace();
    try (Company company = Company.start(workplace.roster().echo(), workplace, findings)) {
      int runs = (pace.rounds() + 1) * scenes().size() * company.size();
      workplace.progress().begin("runtime", runs);
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

  private static void play(
      Workplace workplace, SubjectProcess server, String scene, int round, Findings findings) {
    Pace pace = workplace.pace();
    Duration duration = round == 0 ? pace.warmUp() : pace.run();
    String name = server.subject().name();
    Optional<Trial> trial =
        Trial.run(workplace.kernel(), server, scene, scenes().get(scene), duration, findings);
    if (round > 0 && trial.isPresent()) {
      findings.add(scene, name, Metric.CPU, trial.get().cpuMicros());
      findings.add(scene, name, Metric.THROUGHPUT, trial.get().outcome().perSecond());
      findings.add(scene, name, Metric.MEMORY, server.residentBytes() / 1048576.0);
    }
  }
}
