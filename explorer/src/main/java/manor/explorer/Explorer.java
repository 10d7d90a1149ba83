package manor.explorer;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import manor.syscall.Kernel;

/**
 * Plays a scenario again and again, each time in another order: first without interrupting anyone,
 * then interrupting once at every place, then twice, and then at random. The first order that fails
 * is one with the fewest interruptions; one that was found at random is made shorter, as far as it
 * goes.
 *
 * <p>Threads: one.
 */
public final class Explorer {
  private static final int WARM_UPS = 2;

  private final String scenario;
  private final Class<?> performance;
  private final SharedPlaces shared = new SharedPlaces();
  private long runs;
  private RunRecord record;

  /**
   * An explorer of one scenario.
   *
   * @param scenario the name of a class that is a {@link manor.explorer.stage.Scenario}
   * @param replaced classes to be loaded in the place of others, by name: a student's scenario, or
   *     a changed class of the runtime
   */
  public Explorer(String scenario, Map<String, byte[]> replaced) {
    this.scenario = scenario;
    try {
      performance = new StageLoader(replaced).loadClass("manor.explorer.stage.Performance");
      for (int i = 0; i < WARM_UPS; i++) {
        play(new ScheduleChooser(List.of()), false);
      }
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("the explorer's own classes are not there", missing);
    }
  }

  /**
   * Explores within bounds.
   *
   * @return what was found, and how much was tried
   */
  public Expedition explore(Bounds bounds) {
    shared.takeGrown();
    for (int bound = 0; bound <= bounds.interruptions(); bound++) {
      Finding found = search(bound, bounds.runsEach());
      if (found != null) {
        return new Expedition(runs, bound, found);
      }
    }
    Finding found = wander(bounds);
    return new Expedition(runs, bounds.interruptions(), found);
  }

  /** Plays one schedule. Null if all went well. */
  public Finding replay(String schedule) {
    shared.shareAll();
    Schedule chooser = Schedule.parse(schedule);
    play(chooser, true);
    if (!chooser.wasFollowed()) {
      throw new IllegalArgumentException(
          "this schedule is not one of this scenario: it was left after "
              + record.events().size()
              + " steps");
    }
    return record.problem() == null ? null : Finding.of(record, schedule);
  }

  private Finding search(int bound, int most) {
    List<Integer> prefix = List.of();
    for (int i = 0; i < most && prefix != null; i++) {
      ScheduleChooser chooser = new ScheduleChooser(prefix);
      play(chooser, false);
      if (record.problem() != null) {
        return again(chooser.decisions());
      }
      prefix = shared.takeGrown() ? List.of() : chooser.next(bound);
    }
    return null;
  }

  /** The same once more, and this time somebody writes it down. */
  private Finding again(List<Decision> decisions) {
    String problem = record.problem();
    Finding finding = replay(Schedule.text(decisions));
    if (finding == null) {
      throw new IllegalStateException(
          scenario + " does not do the same twice; once it failed: " + problem);
    }
    return finding;
  }

  private Finding wander(Bounds bounds) {
    int length = 100;
    for (long seed = bounds.seed(); seed < bounds.seed() + bounds.worlds(); seed++) {
      RandomChooser chooser = new RandomChooser(seed, length);
      play(chooser, false);
      if (record.problem() != null) {
        return again(shortened(chooser.decisions()));
      }
      length = chooser.decisions().size();
    }
    return null;
  }

  /** Leaves out one choice after another, for as long as it still fails. */
  private List<Decision> shortened(List<Decision> found) {
    List<Decision> shortest = found;
    for (int i = 0; i < shortest.size(); i++) {
      if (shortest.get(i).chosen() == 0) {
        continue;
      }
      List<Decision> fewer = new ArrayList<>(shortest);
      fewer.remove(i);
      Schedule without = Schedule.parse(Schedule.text(fewer));
      play(without, false);
      if (record.problem() != null && choices(without.decisions()) < choices(shortest)) {
        shortest = without.decisions();
        i = -1;
      }
    }
    return shortest;
  }

  private static long choices(List<Decision> decisions) {
    return decisions.stream().filter(decision -> decision.chosen() != 0).count();
  }

  private void play(Chooser chooser, boolean recorded) {
    runs++;
    record = new RunRecord();
    Director director = new Director(chooser, shared, record);
    StageKernel kernel = new StageKernel(director);
    Play play = open(new Curtain(director, kernel.kernel(), kernel, record, recorded));
    director.run("runtime", play::perform);
    if (record.problem() == null) {
      record.unmet(play.unmet());
    }
  }

  private Play open(Backstage backstage) {
    try {
      return (Play)
          performance
              .getConstructor(String.class, Backstage.class)
              .newInstance(scenario, backstage);
    } catch (InvocationTargetException thrown) {
      throw new IllegalArgumentException(thrown.getCause().getMessage(), thrown.getCause());
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private record Curtain(
      Director director, Kernel kernel, StageKernel world, RunRecord record, boolean recorded)
      implements Backstage {
    @Override
    public long now() {
      return world.now();
    }

    @Override
    public void actor(String name, Callable<?> role) {
      director.enlist(name, role);
    }

    @Override
    public boolean isRecorded() {
      return recorded;
    }

    @Override
    public void line(String line) {
      record.line(line);
    }
  }
}
