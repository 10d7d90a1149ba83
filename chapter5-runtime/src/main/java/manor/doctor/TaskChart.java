package manor.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One task: where it stands, and where its wakers are. */
final class TaskChart {
  enum Stand {
    QUEUED,
    POLLED,
    PENDING,
    ENDED
  }

  /**
   * Where a waker was left.
   *
   * @param io the descriptor, or null
   * @param ready what is waited for there
   * @param name in words
   * @param step when
   * @param missedStep when it turned out that it had been woken before, or 0
   */
  record Place(IoChart io, int ready, String name, long step, long missedStep) {
    boolean isTimer() {
      return name.equals("a timer");
    }

    boolean isAt(long token) {
      return io != null && io.token == token;
    }
  }

  final long id;
  Stand stand = Stand.QUEUED;

  /** There is news that no poll has seen yet. */
  boolean notified = true;

  long queuedStep;
  boolean everWokenByStrangers;
  long polledStep;
  long pendingStep;
  long endedStep;

  /** How many wakers somebody keeps. */
  int live;

  long clonedStep;
  long wokenStep;
  long droppedStep;
  long droppedClonedStep;
  long droppedBy;
  IoChart droppedFrom;

  /** It was dropped before its end. */
  boolean laidDown;

  /** It leaves wakers of its own making, behind which, perhaps, is its own. */
  boolean wraps;

  /** Somebody to whom it had given a waker has called, the ledger knows not from where. */
  boolean wasCalled;

  boolean everCalled;

  /** About the latest poll. */
  boolean wokeItself;

  boolean moved;
  int blockedCalls;
  CallLine blockedCall;
  long blockedStep;

  /** The latest call of which nothing came: it would have blocked, or there is no more. */
  CallLine vainCall;

  long vainStep;

  /** The latest call only asked, or found the end: to have made it moves nothing. */
  private boolean emptyHanded;

  /** Polls in a row that woke themselves and moved nothing. */
  int idlePolls;

  long idleSince;

  private final List<Place> places = new ArrayList<>();

  TaskChart(long id) {
    this.id = id;
  }

  boolean isWaiting() {
    return stand == Stand.PENDING && !notified;
  }

  void polled(long step) {
    stand = Stand.POLLED;
    notified = false;
    polledStep = step;
    wokeItself = false;
    moved = false;
    blockedCalls = 0;
    blockedCall = null;
    vainCall = null;
    emptyHanded = false;
  }

  void pending(long step) {
    stand = Stand.PENDING;
    pendingStep = step;
    boolean idle = wokeItself && !moved;
    if (idle && idlePolls == 0) {
      idleSince = polledStep;
    }
    idlePolls = idle ? idlePolls + 1 : 0;
    wasCalled = false;
  }

  void woken(long step, boolean byItself) {
    notified = true;
    wokenStep = step;
    wokeItself |= byItself;
    if (!byItself && hasStrayWaker()) {
      wasCalled = true;
      everCalled = true;
    }
  }

  /** A system call in the middle of a poll. */
  void called(CallLine call, long step) {
    boolean asks = call.name().equals("epoll_wait");
    if (call.way() == null && !asks) {
      return;
    }
    if (call.blocked() || asks && call.answer() == 0) {
      blockedCall = call;
      blockedStep = step;
      inVain(call, step);
    } else if (asks || call.isEnd()) {
      emptyHanded = true;
      inVain(call, step);
    } else if (call.answer() >= 0) {
      moved = true;
    }
  }

  private void inVain(CallLine call, long step) {
    blockedCalls++;
    vainCall = call;
    vainStep = step;
  }

  /** An attempt at a registered descriptor, which perhaps has made calls that were heard. */
  void tried(boolean blocked) {
    if (blocked) {
      blockedCalls++;
    } else if (!emptyHanded) {
      moved = true;
    }
    emptyHanded = false;
  }

  void left(Place place) {
    places.add(place);
  }

  /** It turned out that the place where it was left last had been woken before. */
  void missed(String name, long step) {
    Place last = places.isEmpty() ? null : places.get(places.size() - 1);
    if (last != null && last.name().equals(name)) {
      places.set(places.size() - 1, new Place(null, 0, name, last.step(), step));
    }
  }

  /** One waker is gone: that of the first {@code likely} place; if there is none, of the oldest. */
  void gone(Predicate<Place> likely) {
    live = Math.max(0, live - 1);
    places.stream().filter(likely).findFirst().ifPresent(places::remove);
    while (places.size() > live) {
      places.remove(0);
    }
  }

  List<Place> places() {
    return places;
  }

  boolean waitsAt(long token) {
    return places.stream().anyMatch(place -> place.isAt(token));
  }

  /** Whether it waits for a descriptor or a timer, and not for what others here do. */
  boolean hearsFromOutside() {
    return isWaiting() && places.stream().anyMatch(p -> p.io() != null || p.isTimer());
  }

  /** It has ended, and yet somebody means to wake it: one who was not told, or came afterwards. */
  boolean isKeptBeyondItsEnd() {
    boolean ended = stand == Stand.ENDED && !laidDown && live > 0;
    boolean leftSince = places.stream().anyMatch(place -> place.step() > endedStep);
    return ended && (hasStrayWaker() || leftSince);
  }

  /** Whether somebody keeps a waker who has not said so. */
  boolean hasStrayWaker() {
    return live > places.size();
  }
}
