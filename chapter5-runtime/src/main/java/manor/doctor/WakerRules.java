package manor.doctor;

import static manor.doctor.Ailment.NEVER_REGISTERED;
import static manor.doctor.Ailment.STALE_WAKER;
import static manor.doctor.Ailment.WAKER_DROPPED;
import static manor.doctor.Ailment.WOKEN_BEFORE_STORED;

/** What became of the wakers of a task that waits. */
final class WakerRules {
  private final Ward ward;

  WakerRules(Ward ward) {
    this.ward = ward;
  }

  private static Diagnosis of(Ailment ailment, TaskChart task, int fd, long step, String words) {
    return new Diagnosis(ailment, task.id, fd, step, words);
  }

  // Nobody has a waker of it.

  Diagnosis noneLeft(TaskChart task) {
    boolean dropped = task.droppedStep > task.wokenStep && task.droppedStep > 0;
    boolean fresh = task.droppedClonedStep > task.polledStep || task.droppedStep > task.pendingStep;
    if (dropped && fresh) {
      return dropped(task);
    }
    Diagnosis stale = stale(task, "left no live waker");
    if (stale != null) {
      return stale;
    }
    return dropped && !task.moved ? dropped(task) : never(task);
  }

  private Diagnosis dropped(TaskChart task) {
    IoChart io = task.droppedFrom;
    int fd = io == null ? Diagnosis.NO_FD : io.fd;
    String how =
        io == null
            ? "was dropped at step %d without being woken".formatted(task.droppedStep)
            : ("waited for fd %d and was dropped at step %d, for task %d had left its "
                    + "own in the same slot")
                .formatted(io.fd, task.droppedStep, io.storedBy);
    return of(
        WAKER_DROPPED,
        task,
        fd,
        task.droppedStep,
        ("task %d returned Pending at step %d; its only waker, cloned at step %d, "
                + "%s. Nobody can wake it.")
            .formatted(task.id, task.pendingStep, task.droppedClonedStep, how));
  }

  private Diagnosis never(TaskChart task) {
    String words =
        "task %d returned Pending at step %d and left no live waker"
            .formatted(task.id, task.pendingStep);
    CallLine tried = task.blockedCall;
    if (tried != null && !ward.kernel.isWatched(tried.fd())) {
      return neverWatched(task, words);
    }
    IoChart told = tried == null ? unheard(task) : ward.ioOf(tried.fd());
    if (told == null) {
      return of(NEVER_REGISTERED, task, Diagnosis.NO_FD, task.pendingStep, words + ".");
    }
    return of(NEVER_REGISTERED, task, told.fd, task.pendingStep, words + news(told) + ".");
  }

  private Diagnosis neverWatched(TaskChart task, String words) {
    int fd = task.blockedCall.fd();
    String call = task.blockedCall.name();
    return of(
        NEVER_REGISTERED,
        task,
        fd,
        task.blockedStep,
        words
            + "; its %s of fd %d would have blocked at step %d, and fd %d was never registered."
                .formatted(call, fd, task.blockedStep, fd));
  }

  /** A descriptor that had news when nobody waited for it, nor does now. */
  private IoChart unheard(TaskChart task) {
    return ward.ios().stream()
        .filter(io -> io.side(Way.READ).known && !isAwaited(io))
        .filter(io -> io.side(Way.READ).setStep > task.polledStep - 1 || io.storedStep == 0)
        .findFirst()
        .orElse(null);
  }

  private boolean isAwaited(IoChart io) {
    return ward.tasks().stream().anyMatch(task -> task.waitsAt(io.token));
  }

  private static String news(IoChart io) {
    IoChart.Side side = io.side(Way.READ);
    return side.setStep == 0
        ? "; fd %d is registered, but no waker waits for it".formatted(io.fd)
        : "; fd %d became readable at step %d, and nobody was registered to hear of it"
            .formatted(io.fd, side.setStep);
  }

  // Somebody else was woken.

  private Diagnosis stale(TaskChart task, String but) {
    for (WakesInVain.LateWake late : ward.wakesInVain.late()) {
      if (late.step() > task.polledStep) {
        return staleOf(
            task,
            late.step(),
            "the waker that was woken at step %d is task %d's, which had ended at step %d"
                .formatted(late.step(), late.task(), late.endedStep()),
            but);
      }
    }
    for (TaskChart other : ward.tasks()) {
      if (other.isKeptBeyondItsEnd()) {
        return staleOf(
            task,
            other.clonedStep,
            "somebody keeps a waker of task %d, cloned at step %d, but that task ended at step %d"
                .formatted(other.id, other.clonedStep, other.endedStep),
            but);
      }
    }
    return wokenInVain(task, but);
  }

  private Diagnosis wokenInVain(TaskChart task, String but) {
    for (WakesInVain.IdleWake vain : ward.wakesInVain.idle()) {
      if (vain.task() != task.id && vain.step() > task.pendingStep) {
        return staleOf(
            task,
            vain.step(),
            "task %d was woken instead, at step %d, and found nothing to do"
                .formatted(vain.task(), vain.step()),
            but);
      }
    }
    return null;
  }

  private static Diagnosis staleOf(TaskChart task, long step, String who, String but) {
    return of(
        STALE_WAKER,
        task,
        Diagnosis.NO_FD,
        step,
        "task %d returned Pending at step %d and %s; %s."
            .formatted(task.id, task.pendingStep, but, who));
  }

  // It has left its waker, but later than the news.

  Diagnosis leftTooLate(TaskChart task, TaskChart.Place place) {
    if (place.missedStep() == 0 || ward.restStep < task.pendingStep) {
      return null;
    }
    return of(
        WOKEN_BEFORE_STORED,
        task,
        Diagnosis.NO_FD,
        place.step(),
        ("task %d left its waker in %s at step %d, but that had been woken "
                + "before, when nobody was there; it returned Pending at step %d without "
                + "another look.")
            .formatted(task.id, place.name(), place.step(), task.pendingStep));
  }

  /** Its waker is kept by someone who tells the ledger nothing. */
  Diagnosis keptElsewhere(TaskChart task) {
    CallLine tried = task.blockedCall;
    if (tried != null && tried.way() != null && ward.kernel.hears()) {
      if (!ward.kernel.isWatched(tried.fd())) {
        return neverWatched(
            task, "task %d returned Pending at step %d".formatted(task.id, task.pendingStep));
      }
    }
    if (ward.restStep < task.pendingStep) {
      return null;
    }
    Diagnosis stale = staleFor(task);
    if (stale != null) {
      return stale;
    }
    if (task.wraps || ward.hasCallersFor(task)) {
      return null;
    }
    IoChart told = unheard(task);
    return told == null ? guess(task) : toldTo(task, told);
  }

  private Diagnosis staleFor(TaskChart task) {
    return ward.wakesInVain.late().isEmpty()
        ? null
        : stale(task, "keeps a waker that nobody has woken");
  }

  /** News of a descriptor, while the only waker was somewhere else. */
  private static Diagnosis toldTo(TaskChart task, IoChart io) {
    if (io.side(Way.READ).setStep > task.clonedStep) {
      String words =
          "task %d returned Pending at step %d and left no waker there"
              .formatted(task.id, task.pendingStep);
      return of(NEVER_REGISTERED, task, io.fd, task.pendingStep, words + news(io) + ".");
    }
    return of(
        WOKEN_BEFORE_STORED,
        task,
        io.fd,
        task.clonedStep,
        ("fd %d became readable at step %d, before task %d left its waker at step "
                + "%d; it returned Pending at step %d without another look.")
            .formatted(
                io.fd, io.side(Way.READ).setStep, task.id, task.clonedStep, task.pendingStep));
  }

  /** Only if nobody is known who might still call. */
  private Diagnosis guess(TaskChart task) {
    boolean called = task.everWokenByStrangers || task.everCalled;
    if (called || task.wokenStep > task.clonedStep) {
      return null;
    }
    if (task.blockedCall != null && ward.kernel.isWatched(task.blockedCall.fd())) {
      return null;
    }
    return of(
        WOKEN_BEFORE_STORED,
        task,
        Diagnosis.NO_FD,
        task.clonedStep,
        ("task %d left its waker at step %d with something of its own and "
                + "returned Pending at step %d; nobody has woken it since. Unless another "
                + "thread still will, what it waits for had happened before.")
            .formatted(task.id, task.clonedStep, task.pendingStep));
  }
}
