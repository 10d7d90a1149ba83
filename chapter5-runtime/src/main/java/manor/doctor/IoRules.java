package manor.doctor;

import static manor.doctor.Ailment.CLEARED_STALE;
import static manor.doctor.Ailment.EDGE_NOT_DRAINED;
import static manor.doctor.Ailment.NEVER_REGISTERED;
import static manor.doctor.Ailment.ONESHOT_NOT_REARMED;
import static manor.doctor.Ailment.WAKE_LOST;
import static manor.doctor.Ailment.WOKEN_BEFORE_STORED;

/** Whether a descriptor will ever tell those who wait for it. */
final class IoRules {
  private final Ward ward;

  IoRules(Ward ward) {
    this.ward = ward;
  }

  private static Diagnosis of(Ailment ailment, TaskChart task, int fd, long step, String words) {
    return new Diagnosis(ailment, task.id, fd, step, words);
  }

  /** What is wrong with waiting there, or null. */
  Diagnosis of(TaskChart task, TaskChart.Place place) {
    IoChart io = place.io();
    if (io.closedStep > 0) {
      return closed(task, io);
    }
    for (Way way : Way.values()) {
      if (way.concerns(place.ready())) {
        Diagnosis lost = known(task, place, way);
        lost = lost != null ? lost : unknown(task, place, way);
        if (lost != null) {
          return lost;
        }
      }
    }
    return nested(task, io);
  }

  private static Diagnosis closed(TaskChart task, IoChart io) {
    return of(
        NEVER_REGISTERED,
        task,
        io.fd,
        io.closedStep,
        ("task %d waits for fd %d since step %d, but fd %d was closed at step %d, "
                + "and with that the kernel forgot it.")
            .formatted(task.id, io.fd, task.pendingStep, io.fd, io.closedStep));
  }

  /** The news is in the book, and yet it waits. */
  private Diagnosis known(TaskChart task, TaskChart.Place place, Way way) {
    IoChart.Side side = place.io().side(way);
    if (!side.known) {
      return null;
    }
    String became =
        "fd %d became %s at step %d".formatted(place.io().fd, way.adjective(), side.setStep);
    if (side.setStep < place.step()) {
      return of(
          WOKEN_BEFORE_STORED,
          task,
          place.io().fd,
          place.step(),
          became
              + (", before task %d left its waker at step %d; it returned Pending at step "
                      + "%d without another look.")
                  .formatted(task.id, place.step(), task.pendingStep));
    }
    return !ward.atRest
        ? null
        : of(
            WAKE_LOST,
            task,
            place.io().fd,
            side.setStep,
            became
                + ", and task %d, whose waker waits there since step %d, was not woken."
                    .formatted(task.id, place.step()));
  }

  /** The kernel will tell no more, or has told all it had to. */
  private Diagnosis unknown(TaskChart task, TaskChart.Place place, Way way) {
    IoChart io = place.io();
    if (io.side(way).known) {
      return null;
    }
    Watched watch = ward.kernel.find(io.fd, io.token);
    if (watch == null && ward.kernel.hears()) {
      return unwatched(task, io);
    }
    if (watch != null && watch.isDisarmed()) {
      return disarmed(task, watch);
    }
    if (watch != null && !watch.has(way.interest())) {
      return unasked(task, io, way, watch);
    }
    return taken(task, io, way);
  }

  private static Diagnosis unwatched(TaskChart task, IoChart io) {
    return of(
        NEVER_REGISTERED,
        task,
        io.fd,
        task.pendingStep,
        "task %d waits for fd %d since step %d, but no epoll instance watches fd %d."
            .formatted(task.id, io.fd, task.pendingStep, io.fd));
  }

  private static Diagnosis disarmed(TaskChart task, Watched watch) {
    return of(
        ONESHOT_NOT_REARMED,
        task,
        watch.fd,
        watch.toldStep,
        ("task %d waits since step %d for fd %d, whose interest is oneshot: it "
                + "was told at step %d and never armed again.")
            .formatted(task.id, task.pendingStep, watch.fd, watch.toldStep));
  }

  private static Diagnosis unasked(TaskChart task, IoChart io, Way way, Watched watch) {
    return of(
        NEVER_REGISTERED,
        task,
        io.fd,
        watch.askedStep,
        ("task %d waits since step %d for fd %d to be %s, but fd %d was "
                + "registered at step %d for %s only.")
            .formatted(
                task.id,
                task.pendingStep,
                io.fd,
                way.adjective(),
                io.fd,
                watch.askedStep,
                watch.events));
  }

  /** Readiness was taken away while there was more; before a long sleep the kernel was asked. */
  private Diagnosis taken(TaskChart task, IoChart io, Way way) {
    IoChart.Side side = io.side(way);
    boolean asked = ward.restStep > side.clearedStep;
    if (side.clearedStep == 0 || asked && !side.isStillReady()) {
      return null;
    }
    return switch (side.suspicion) {
      case STALE -> stale(task, io, side);
      case UNDRAINED -> undrained(task, io, way, side);
      case STALE_IF_READY -> side.isStillReady() ? stale(task, io, side) : null;
      case UNDRAINED_IF_READY, NONE -> side.isStillReady() ? undrained(task, io, way, side) : null;
    };
  }

  private static Diagnosis stale(TaskChart task, IoChart io, IoChart.Side side) {
    return of(
        CLEARED_STALE,
        task,
        io.fd,
        side.clearedStep,
        ("task %d waits since step %d for fd %d; the news of step %d was taken "
                + "away at step %d by one who had acted upon older news and had not tried "
                + "again.")
            .formatted(task.id, task.pendingStep, io.fd, side.setStep, side.clearedStep));
  }

  private static Diagnosis undrained(TaskChart task, IoChart io, Way way, IoChart.Side side) {
    String proof =
        side.isStillReady()
            ? "; the kernel says at step %d that it still is".formatted(side.stillReadyStep)
            : "";
    return of(
        EDGE_NOT_DRAINED,
        task,
        io.fd,
        side.clearedStep,
        ("fd %d became %s at step %d, and its readiness was taken away at step %d "
                + "although no call had said that it would block%s. An edge is told once: "
                + "task %d waits since step %d.")
            .formatted(
                io.fd,
                way.adjective(),
                side.setStep,
                side.clearedStep,
                proof,
                task.id,
                task.pendingStep));
  }

  /** The descriptor is an epoll instance of the program's own. */
  private Diagnosis nested(TaskChart task, IoChart io) {
    for (Watched watch : ward.kernel.watches(io.fd)) {
      Diagnosis lost = outside(task, watch);
      if (lost != null) {
        return lost;
      }
    }
    return null;
  }

  /** An interest in an epoll instance of the program's own has run dry, or null. */
  Diagnosis outsideTheRuntime(TaskChart task) {
    for (Watched watch : ward.kernel.all()) {
      IoChart io = ward.io(watch.data);
      Diagnosis lost = io != null && io.fd == watch.fd ? null : outside(task, watch);
      if (lost != null) {
        return lost;
      }
    }
    return null;
  }

  private Diagnosis outside(TaskChart task, Watched watch) {
    if (ward.restStep < watch.toldStep) {
      return null;
    }
    if (watch.isDisarmed()) {
      return disarmed(task, watch);
    }
    LatestTry read = ward.kernel.latest(watch.fd, Way.READ);
    boolean more =
        watch.isEdge()
            && watch.has("EPOLLIN")
            && watch.toldStep > 0
            && read.isLaterThan(watch.toldStep)
            && read.end() == LatestTry.End.FULL;
    return more
        ? of(
            EDGE_NOT_DRAINED,
            task,
            watch.fd,
            read.step(),
            ("fd %d was told as an edge at step %d; the last read, at step %d, got "
                    + "all it asked for, so there may be more, and the edge is not told again. "
                    + "task %d waits since step %d.")
                .formatted(watch.fd, watch.toldStep, read.step(), task.id, task.pendingStep))
        : null;
  }
}
