package manor.doctor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that the doctor remembers: a chart for every task that has not ended and every descriptor
 * that is registered, however long the ledger is.
 */
final class Ward {
  /**
   * A wake that reached nobody, for its task had ended.
   *
   * @param task which
   * @param endedStep when it had ended
   * @param step when it was woken
   */
  record LateWake(long task, long endedStep, long step) {}

  /**
   * A wake after which a task was polled, and nothing came of it.
   *
   * @param task which
   * @param step when it was woken
   */
  record VainWake(long task, long step) {}

  private static final Pattern TASK = Pattern.compile("task (\\d+)");
  private static final int REMEMBERED = 16;
  private static final long NOBODY = 0;

  final KernelChart kernel = new KernelChart();
  private final Map<Long, TaskChart> tasks = new LinkedHashMap<>();
  private final Map<Long, IoChart> ios = new LinkedHashMap<>();
  private final Deque<LateWake> lateWakes = new ArrayDeque<>();
  private final Deque<VainWake> vainWakes = new ArrayDeque<>();

  /** Who is being polled, or nobody. */
  private long current = NOBODY;

  private long latestToken = -1;

  /** When the runtime last went to sleep without end. */
  long restStep;

  /** Whether it still sleeps, as far as is known. */
  boolean atRest;

  long knockedStep;

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

  Collection<LateWake> lateWakes() {
    return lateWakes;
  }

  Collection<VainWake> vainWakes() {
    return vainWakes;
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
    if (polled != null && call.way() != null) {
      if (call.blocked()) {
        polled.blocked(call, step);
      } else if (call.answer() >= 0) {
        polled.moved = true;
      }
    } else if (polled != null && call.name().equals("epoll_wait") && call.answer() == 0) {
      polled.blocked(call, step);
    }
  }

  void tried(long token, int ready, boolean blocked, long step) {
    TaskChart polled = current();
    if (polled != null && !blocked) {
      polled.moved = true;
    } else if (polled != null) {
      polled.blockedCalls++;
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
      task.left(token, new TaskChart.Place(io, ready, "", step, 0));
      io.storedBy = task.id;
      io.storedStep = step;
    }
  }

  void left(String waker, String place, long step) {
    TaskChart task = named(waker);
    if (task != null) {
      task.left(place, new TaskChart.Place(null, 0, place, step, 0));
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
    if (task.wokenStep > task.pendingStep && !task.moved && !task.wokeItself) {
      remember(vainWakes, new VainWake(id, task.wokenStep));
    }
    task.pending(step);
  }

  private static <T> void remember(Deque<T> few, T one) {
    few.addLast(one);
    if (few.size() > REMEMBERED) {
      few.removeFirst();
    }
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
    if (task.stand == TaskChart.Stand.ENDED) {
      remember(lateWakes, new LateWake(id, task.endedStep, step));
    }
    task.notified = true;
    task.wokenStep = step;
    task.wokeItself |= current == id;
    if (usedUp) {
      task.gone(likelyPlace(task));
    }
  }

  private Object likelyPlace(TaskChart task) {
    return task.waitsAt(latestToken) ? Long.valueOf(latestToken) : "a timer";
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
    task.gone(replaced == null ? "" : Long.valueOf(replaced.token));
  }
}
