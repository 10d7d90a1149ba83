package manor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import manor.benchmarks.load.IdleCrowd;
import manor.benchmarks.load.Load;
import manor.benchmarks.subject.SubjectProcess;

/**
 * What a request costs while others are connected and say nothing: once with a few who ask and a
 * growing crowd who do not (the interest set grows), once with a crowd that stays and more and more
 * who ask (the ready set grows).
 */
final class IdleExperiment implements Experiment {
  /** How many say nothing. */
  static final List<Integer> CROWDS = List.of(0, 1000, 3000, 10_000);

  /** How many ask, while the crowd grows. */
  static final int FEW = 16;

  /** The crowd of the second question, and how many ask in it. */
  static final int STEADY_CROWD = 3000;

  static final List<Integer> ASKING = List.of(1, 16, 64, 256);

  /** Room for libraries, listeners and the like. */
  private static final int OTHER_DESCRIPTORS = 200;

  private static final int SELECT_LIMIT = 1024;
  private static final int SELECT_ROOM = SELECT_LIMIT - 7;

  static String scene(int asking, int idle) {
    return asking + " busy, " + String.format("%,d", idle) + " idle";
  }

  @Override
  public void run(Workplace workplace, Findings findings) throws IOException {
    Pace pace = workplace.pace();
    List<Integer> crowds = CROWDS.stream().filter(crowd -> fits(crowd, findings)).toList();
    try (Company company = Company.start(workplace.roster().waiting(), workplace, findings)) {
      int runs = (pace.rounds() + 1) * company.size() * (CROWDS.size() + ASKING.size() - 1);
      workplace.progress().begin("idle", runs);
      for (int round = 0; round <= pace.rounds(); round++) {
        for (SubjectProcess server : company.inOrderOf(round)) {
          visit(workplace, server, crowds, round, findings);
        }
      }
    }
  }

  /** As many descriptors as the system lets a process have: getrlimit(2). */
  private static boolean fits(int crowd, Findings findings) {
    long limit = mostDescriptors();
    boolean fits = crowd + OTHER_DESCRIPTORS < limit;
    if (!fits) {
      findings.leaveOut(
          crowd + " idle connections: a process may have " + limit + " descriptors here.");
    }
    return fits;
  }

  private static long mostDescriptors() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.substring(26).strip().split("\\s+")[1])
          .filter(number -> !number.equals("unlimited"))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }

  private static void visit(
      Workplace workplace,
      SubjectProcess server,
      List<Integer> crowds,
      int round,
      Findings findings) {
    try (IdleCrowd crowd = new IdleCrowd(workplace.kernel(), server.address())) {
      for (int idle : crowds) {
        List<Integer> asking = idle == STEADY_CROWD ? ASKING : List.of(FEW);
        if (hasRoom(server, idle, findings)) {
          grow(crowd, idle, server, findings);
          for (int busy : asking) {
            play(workplace, server, busy, idle, round, findings);
          }
        }
      }
    }
  }

  private static boolean hasRoom(SubjectProcess server, int idle, Findings findings) {
    boolean select = server.subject().name().equals("c-select");
    if (select && idle + FEW > SELECT_ROOM) {
      findings.leaveOut(
          "select with more connections: it knows no descriptor from " + SELECT_LIMIT + " on.");
      return false;
    }
    return true;
  }

  private static void grow(IdleCrowd crowd, int idle, SubjectProcess server, Findings findings) {
    String why = null;
    try {
      crowd.growTo(idle);
      why = crowd.isComplete() ? null : "the server sent guests away";
    } catch (IOException failed) {
      why = failed.getMessage();
    }
    if (why != null) {
      for (int busy : ASKING) {
        findings.fail(scene(busy, idle), server.subject().name(), why);
      }
    }
  }

  private static void play(
      Workplace workplace,
      SubjectProcess server,
      int busy,
      int idle,
      int round,
      Findings findings) {
    String scene = scene(busy, idle);
    String name = server.subject().name();
    workplace.progress().step(server.subject().label() + ", " + scene);
    Duration duration = round == 0 ? workplace.pace().warmUp() : workplace.pace().run();
    Load load = Load.keepAlive(busy);
    Optional<Trial> trial = Trial.run(workplace.kernel(), server, scene, load, duration, findings);
    if (round > 0 && trial.isPresent()) {
      findings.add(scene, name, Metric.CPU, trial.get().cpuMicros());
      findings.add(scene, name, Metric.THROUGHPUT, trial.get().outcome().perSecond());
      findings.add(scene, name, Metric.MEMORY, server.residentBytes() / 1048576.0);
    }
  }
}
