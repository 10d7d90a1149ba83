package manor.docs;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import manor.docs.player.Recorder;
import manor.docs.scene.LostWakeUp;
import manor.docs.scene.ManyDoors;
import manor.docs.scene.OneByte;
import manor.docs.scene.PartialWrite;
import manor.docs.scene.SteadyKernel;
import manor.docs.scene.ThreeWays;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Kernel;

/**
 * Every run that a player in the book plays. Each is made again when the book is drawn, on the
 * kernel in a box, so that it goes the same way everywhere; and it must go as its recording in
 * {@code recordings/NAME.jsonl} says, step for step. Line numbers are not written down there: they
 * are those of the code as it stands.
 */
final class Plays {
  /** A run that goes the same way every time. */
  @FunctionalInterface
  interface Play {
    void play(Recorder recorder, Kernel kernel) throws Exception;
  }

  /** All of the house, by the module and the name of the recording. */
  static final Map<String, Play> ALL =
      new TreeMap<>(
          Map.ofEntries(
              entry("chapter2-epoll/three-ways", ThreeWays::play),
              entry("chapter3-http/partial-write", PartialWrite::play),
              entry("chapter5-runtime/one-byte", OneByte::play),
              entry("chapter5-runtime/lost-wake-up", LostWakeUp::lose),
              entry("chapter5-runtime/lost-wake-up-cured", LostWakeUp::cure),
              entry("chapter5-runtime/many-doors", ManyDoors::play)));

  private final Map<String, Play> plays;
  private final Map<String, List<String>> made = new TreeMap<>();
  private final Map<String, List<String>> ran = new TreeMap<>();

  Plays(Map<String, Play> plays) {
    this.plays = plays;
  }

  Set<String> names() {
    return plays.keySet();
  }

  /**
   * The steps of a run, made now.
   *
   * @throws IllegalArgumentException when there is no such run
   */
  List<String> steps(String name) {
    Play play = plays.get(name);
    if (play == null) {
      throw new IllegalArgumentException("no run is played as " + name);
    }
    return made.computeIfAbsent(name, key -> make(play));
  }

  /**
   * Where a line of the code that ran stands now. While somebody writes, with the press kept warm,
   * the sources move on and the compiled code does not.
   *
   * @param line as the code that ran has it, counted from 1
   * @param now the file as it is now
   */
  int lineNow(String file, int line, List<String> now) {
    List<String> then = ran.computeIfAbsent(file, key -> now);
    String text = line <= then.size() ? then.get(line - 1) : "";
    for (int off = 0; off < now.size(); off++) {
      for (int at : new int[] {line - off, line + off}) {
        if (at >= 1 && at <= now.size() && now.get(at - 1).equals(text)) {
          return at;
        }
      }
    }
    return Math.min(line, now.size());
  }

  private static List<String> make(Play play) {
    List<String> steps = new ArrayList<>();
    try {
      play.play(new Recorder(steps::add), SteadyKernel.over(new SimulatedKernel(new World())));
    } catch (Exception failed) {
      throw new IllegalStateException("a play has failed after " + steps.size() + " steps", failed);
    }
    return List.copyOf(steps);
  }

  /** The same steps as they are written down. */
  String written(String name) {
    return steps(name).stream().map(Plays::withoutLines).collect(joining("\n", "", "\n"));
  }

  /** Only the innermost method is kept of the way there: code may move. */
  private static String withoutLines(String step) {
    return step.replaceFirst("(,\"at\":\"[^:\"]+):[^\"]*\"}$", "$1\"}");
  }

  /**
   * Compares a recording with the run.
   *
   * @return the first step that differs, counted from 1, or 0 if none does
   */
  int firstDifference(String name, String recording) {
    List<String> then = recording.lines().toList();
    List<String> now = written(name).lines().toList();
    int step = 0;
    while (step < now.size() && step < then.size() && now.get(step).equals(then.get(step))) {
      step++;
    }
    return step == now.size() && step == then.size() ? 0 : step + 1;
  }
}
