package manor.doctor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that the doctor remembers: a chart for every task that has not ended and every descriptor
 * that is registered, however long the ledger is.
 */
final class Ward {
  private static final Pattern TASK = Pattern.compile("task (\\d+)");
  private static final long NOBODY = 0;

  final KernelChart kernel = new KernelChart();
  final WakesInVain wakesInVain = new WakesInVain();
  private final Map<Long, TaskChart> tasks = new LinkedHashMap<>();
  private final Map<Long, IoChart> ios = new LinkedHashMap<>();

  /** Who is being polled, or nobody. */
  private long current = NOBODY;

  private long latestToken = -1;

  /** When the runtime last went to sleep without end. */
  long restStep;

  /** Whether it still sleeps, as far as is known. */
  boolean atRest;

  long knockedStep;

  /** The next wake may be that of a timer. */
  boolean timerFired;

  /** When a task was dropped that waited for news from outside. */
  private long callerLaidDownStep;

  Collection<TaskChart> tasks() {
    return tasks.values();
  }

  TaskChart task(long id) {
    return tasks.get(id);
  }

  TaskChart current() {
    return tasks.get(current);
  }

  Collection<IoChart> ios() {
    return ios.values();
  }

  IoChart io(long token) {
    return ios.get(token);
  }

  /** The registered descriptor with this number, or null. */
  IoChart ioOf(int fd) {
    return ios.values().stream().filter(io -> io.fd == fd).findFirst().orElse(null);
  }

  void registered(long token, int fd) {
    ios.put(token, new IoChart(token, fd));
  }

  void deregistered(long token) {
    ios.remove(token);
  }

  void called(CallLine call, long step) {
    kernel.hear(call, step);
    if (call.name().equals("close")) {
      ios.values().stream()
          .filter(io -> io.fd == call.fd() && io.closedStep == 0)
          .forEach(io -> io.closedStep = step);
    }
    TaskChart polled = current();
    if (polled != null) {
      polled.called(call, step);
    }
  }

  void tried(long token, int ready, boolean blocked, long step) {
    TaskChart polled = current();
    if (polled != null) {
      polled.tried(blocked);
    }
    IoChart io = ios.get(token);
    if (io != null) {
      io.tried(ready, blocked, step);
    }
  }

  void set(long token, int ready, long step) {
    latestToken = token;
    IoChart io = ios.get(token);
    if (io != null) {
      io.set(ready, step);
    }
  }

  void stored(long token, int ready, String waker, long step) {
    IoChart io = ios.get(token);
    TaskChart task = named(waker);
    if (io != null && task != null) {
      task.left(new TaskChart.Place(io, ready, "", step, 0));
      io.storedBy = task.id;
      io.storedStep = step;
    } else if (task == null && current() != null) {
      current().wraps = true;
    }
  }

  void left(String waker, String place, long step) {
    TaskChart task = named(waker);
    if (task != null) {
      task.left(new TaskChart.Place(null, 0, place, step, 0));
    }
  }

  void missed(String waker, String place, long step) {
    TaskChart task = named(waker);
    if (task != null) {
      task.missed(place, step);
    }
  }

  private TaskChart named(String waker) {
    Matcher match = TASK.matcher(waker);
    return match.matches() ? tasks.get(Long.parseLong(match.group(1))) : null;
  }

  void spawned(long id) {
    tasks.put(id, new TaskChart(id));
  }

  void queued(long id, boolean foreign, long step) {
    TaskChart task = tasks.get(id);
    if (task != null) {
      task.notified = true;
      task.queuedStep = step;
      task.everWokenByStrangers |= foreign && task.polledStep > 0;
    }
  }

  void polled(long id, long step) {
    current = id;
    latestToken = -1;
    TaskChart task = tasks.get(id);
    if (task != null) {
      task.polled(step);
    }
  }

  void pending(long id, long step) {
    current = NOBODY;
    TaskChart task = tasks.get(id);
    if (task == null) {
      return;
    }
    if (task.wasCalled && !task.moved && !task.wokeItself) {
      wakesInVain.add(new WakesInVain.IdleWake(id, task.wokenStep));
    }
    task.pending(step);
  }

  /** An ended task is remembered for as long as somebody keeps a waker of it. */
  void ended(long id, long step) {
    current = current == id ? NOBODY : current;
    TaskChart task = tasks.get(id);
    if (task != null && task.stand != TaskChart.Stand.ENDED) {
      task.stand = TaskChart.Stand.ENDED;
      task.endedStep = step;
    }
    forgetEnded();
  }

  /** A task that was dropped before its end. */
  void laidDown(long id, long step) {
    TaskChart task = tasks.get(id);
    if (task != null) {
      task.laidDown = true;
      callerLaidDownStep = task.hearsFromOutside() ? step : callerLaidDownStep;
    }
    ended(id, step);
  }

  /** Whether others wait for news from outside, which might end the wait of this one. */
  boolean hasCallersFor(TaskChart waiting) {
    return callerLaidDownStep > waiting.pendingStep
        || tasks.values().stream().anyMatch(t -> t != waiting && t.hearsFromOutside());
  }

  private void forgetEnded() {
    tasks.values().removeIf(t -> t.stand == TaskChart.Stand.ENDED && t.live == 0);
  }

  void cloned(long id, long step) {
    TaskChart task = tasks.get(id);
    if (task != null) {
      task.live++;
      task.clonedStep = step;
    }
  }

  void woken(long id, boolean usedUp, long step) {
    TaskChart task = tasks.get(id);
    if (task == null) {
      return;
    }
    if (task.isKeptBeyondItsEnd()) {
      wakesInVain.add(new WakesInVain.LateWake(id, task.endedStep, step));
    }
    task.woken(step, current == id);
    if (usedUp) {
      task.gone(likelyPlace(task));
    }
  }

  private Predicate<TaskChart.Place> likelyPlace(TaskChart task) {
    if (task.waitsAt(latestToken)) {
      return place -> place.isAt(latestToken);
    }
    boolean timer = timerFired;
    timerFired = false;
    return place -> place.io() == null && place.isTimer() == timer;
  }

  void dropped(long id, long step) {
    TaskChart task = tasks.get(id);
    if (task == null) {
      return;
    }
    IoChart replaced =
        ios.values().stream()
            .filter(io -> task.waitsAt(io.token) && io.storedBy != id && io.storedStep >= step - 2)
            .findFirst()
            .orElse(null);
    task.droppedStep = step;
    task.droppedClonedStep = task.clonedStep;
    task.droppedBy = current;
    task.droppedFrom = replaced;
    task.gone(place -> replaced != null && place.isAt(replaced.token));
  }
}
