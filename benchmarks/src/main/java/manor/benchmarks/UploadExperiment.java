package manor.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import manor.benchmarks.load.Load;
import manor.benchmarks.subject.Subject;
import manor.benchmarks.subject.SubjectProcess;

/** What it costs to receive a long body and to do nothing with it. */
final class UploadExperiment implements Experiment {
  static final int MIB = 8;
  static final String SCENE = "uploads of 8 MiB, 4 at a time";

  @Override
  public void run(Workplace workplace, Findings findings) throws IOException {
    List<Subject> takers =
        workplace.roster().http().stream()
            .filter(subject -> !subject.name().equals("runtime"))
            .toList();
    Pace pace = workplace.pace();
    Load load = Load.upload(4, MIB << 20);
    try (Company company = Company.start(takers, workplace, findings)) {
      workplace.progress().begin("upload", (pace.rounds() + 1) * company.size());
      for (int round = 0; round <= pace.rounds(); round++) {
        for (SubjectProcess server : company.inOrderOf(round)) {
          workplace.progress().step(server.subject().label());
          play(workplace, server, load, round, findings);
        }
      }
    }
  }

  private static void play(
      Workplace workplace, SubjectProcess server, Load load, int round, Findings findings) {
    Pace pace = workplace.pace();
    Duration duration = round == 0 ? pace.warmUp() : pace.run();
    String name = server.subject().name();
    Optional<Trial> trial = Trial.run(workplace.kernel(), server, SCENE, load, duration, findings);
    if (round > 0 && trial.isPresent()) {
      findings.add(SCENE, name, Metric.CPU_A_MIB, trial.get().cpuMicros() / MIB);
      double perSecond = trial.get().outcome().perSecond();
      findings.add(SCENE, name, Metric.MIB_A_SECOND, perSecond * MIB);
      findings.add(SCENE, name, Metric.MEMORY, server.residentBytes() / 1048576.0);
    }
  }
}
