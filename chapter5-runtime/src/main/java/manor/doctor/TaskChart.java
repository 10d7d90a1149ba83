package manor.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  record Place(IoChart io, int ready, String name, long step, long missedStep) {}

  final long id;
  Stand stand = Stand.QUEUED;

  /** There are news that no poll has seen yet. */
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

  /** About the latest poll. */
  boolean wokeItself;

  boolean moved;
  int blockedCalls;
  CallLine blockedCall;
  long blockedStep;

  /** Polls in a row that woke themselves and moved nothing. */
  int idlePolls;

  long idleSince;

  private final Map<Object, Place> places = new LinkedHashMap<>();

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
  }

  void pending(long step) {
    stand = Stand.PENDING;
    pendingStep = step;
    boolean idle = wokeItself && !moved;
    if (idle && idlePolls == 0) {
      idleSince = polledStep;
    }
    idlePolls = idle ? idlePolls + 1 : 0;
  }

  void blocked(CallLine call, long step) {
    blockedCalls++;
    blockedCall = call;
    blockedStep = step;
  }

  void left(Object key, Place place) {
    places.put(key, place);
  }

  void missed(String name, long step) {
    places.computeIfPresent(name, (key, place) -> new Place(null, 0, name, place.step(), step));
  }

  /** One waker is gone; if it can be told from where, {@code likely} is the key. */
  void gone(Object likely) {
    live = Math.max(0, live - 1);
    places.remove(likely);
    while (places.size() > live) {
      places.remove(places.keySet().iterator().next());
    }
  }

  List<Place> places() {
    return new ArrayList<>(places.values());
  }

  boolean waitsAt(long token) {
    return places.containsKey(token);
  }

  /** Whether somebody keeps a waker who has not said so. */
  boolean hasStrayWaker() {
    return live > places.size();
  }
}
