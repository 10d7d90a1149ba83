package manor.doctor;

import static manor.doctor.Ailment.BUSY_LOOP;
import static manor.doctor.Ailment.WAKE_LOST;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the doctor knows: from the charts to what is wrong, task by task.
 *
 * <p>A task that waits with no waker left is ill. So is one whose waker is left where nothing will
 * be told any more ({@link IoRules}). One that never waits is ill if nothing comes of its polls.
 */
final class Examination {
  /** So many idle polls in a row, or calls in vain within one poll, are no accident. */
  private static final int OFTEN = 100;

  private final Ward ward;
  private final WakerRules wakers;
  private final IoRules ios;

  Examination(Ward ward) {
    this.ward = ward;
    this.wakers = new WakerRules(ward);
    this.ios = new IoRules(ward);
  }

  /** What is wrong with anyone. */
  List<Diagnosis> all() {
    List<Diagnosis> found = new ArrayList<>();
    ward.tasks().forEach(task -> found.addAll(of(task)));
    return found;
  }

  /** What no other thread could still put right. */
  List<Diagnosis> beyondDoubt() {
    List<Diagnosis> found = new ArrayList<>();
    for (TaskChart task : ward.tasks()) {
      if (task.isWaiting() && (task.live == 0 || !task.hasStrayWaker())) {
        found.addAll(waiting(task));
      }
    }
    return found;
  }

  /** What is wrong with one. */
  List<Diagnosis> of(TaskChart task) {
    if (task.stand == TaskChart.Stand.ENDED) {
      return List.of();
    }
    if (task.idlePolls >= OFTEN) {
      return List.of(spins(task));
    }
    if (task.stand == TaskChart.Stand.POLLED) {
      return task.blockedCalls >= OFTEN && !task.moved ? List.of(spinsInside(task)) : List.of();
    }
    return task.isWaiting() ? waiting(task) : forgotten(task);
  }

  private List<Diagnosis> waiting(TaskChart task) {
    if (task.live == 0) {
      return List.of(wakers.noneLeft(task));
    }
    List<Diagnosis> found = new ArrayList<>();
    for (TaskChart.Place place : task.places()) {
      Diagnosis lost = place.io() == null ? wakers.leftTooLate(task, place) : ios.of(task, place);
      if (lost != null) {
        found.add(lost);
      }
    }
    if (task.places().isEmpty()) {
      Diagnosis own = stray(task);
      return own == null ? List.of() : List.of(own);
    }
    return found;
  }

  private Diagnosis stray(TaskChart task) {
    Diagnosis lost = ios.outsideTheRuntime(task);
    return lost != null ? lost : wakers.keptElsewhere(task);
  }

  private static Diagnosis spins(TaskChart task) {
    return new Diagnosis(
        BUSY_LOOP,
        task.id,
        vainFd(task),
        task.idleSince,
        ("task %d has woken itself in each of its last %d polls, since step %d, "
                + "and none of them moved anything%s.")
            .formatted(task.id, task.idlePolls, task.idleSince, vainCall(task)));
  }

  private static Diagnosis spinsInside(TaskChart task) {
    return new Diagnosis(
        BUSY_LOOP,
        task.id,
        vainFd(task),
        task.polledStep,
        ("task %d was polled at step %d and has not answered, after %d calls in "
                + "that poll that moved nothing%s.")
            .formatted(task.id, task.polledStep, task.blockedCalls, vainCall(task)));
  }

  private static int vainFd(TaskChart task) {
    return task.vainCall == null ? Diagnosis.NO_FD : task.vainCall.fd();
  }

  private static String vainCall(TaskChart task) {
    CallLine call = task.vainCall;
    return call == null
        ? ""
        : "; the latest try was %s of fd %d, at step %d"
                .formatted(call.name(), call.fd(), task.vainStep)
            + (call.isEnd() ? ", and there will be no more" : "");
  }

  /** It has news and is not polled, although the runtime sleeps and nobody knocked. */
  private List<Diagnosis> forgotten(TaskChart task) {
    long news = Math.max(task.wokenStep, task.queuedStep);
    boolean told = ward.knockedStep > news;
    if (!ward.atRest || told || task.polledStep > news) {
      return List.of();
    }
    String what = task.queuedStep > task.pendingStep ? "was queued" : "was woken";
    return List.of(
        new Diagnosis(
            WAKE_LOST,
            task.id,
            Diagnosis.NO_FD,
            news,
            "task %d %s at step %d, yet the runtime went to sleep at step %d, and nobody knocked."
                .formatted(task.id, what, news, ward.restStep)));
  }
}
