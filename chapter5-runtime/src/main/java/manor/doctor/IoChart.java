package manor.doctor;

import java.util.EnumMap;
import java.util.Map;

/** One descriptor in the driver's book: what is known of it, and how it came to be unknown. */
final class IoChart {
  /** What is known of one way. */
  static final class Side {
    boolean known;
    long setStep;
    long setBefore;
    int setsSinceCleared;
    long clearedStep;
    Suspicion suspicion = Suspicion.NONE;
    LatestTry tried = LatestTry.NONE;
    long stillReadyStep;

    /** The kernel has said since, and the runtime not heard, that it is ready. */
    boolean isStillReady() {
      return stillReadyStep > setStep;
    }
  }

  /** What to think of it that readiness was taken away. */
  enum Suspicion {
    /** The call would have blocked. */
    NONE,
    /** News had come since the call. */
    STALE,
    /** There may be more. */
    UNDRAINED,
    /** Only the kernel knows; and if there is more, then news had come since. */
    STALE_IF_READY,
    /** Only the kernel knows. */
    UNDRAINED_IF_READY
  }

  final long token;
  final int fd;
  private final Map<Way, Side> sides = new EnumMap<>(Way.class);
  long closedStep;

  /** Who left the latest waker here, and when. */
  long storedBy;

  long storedStep;

  IoChart(long token, int fd) {
    this.token = token;
    this.fd = fd;
    for (Way way : Way.values()) {
      sides.put(way, new Side());
    }
  }

  Side side(Way way) {
    return sides.get(way);
  }

  void set(int ready, long step) {
    for (Way way : Way.values()) {
      if (way.concerns(ready)) {
        Side side = side(way);
        side.known = true;
        side.setBefore = side.setStep;
        side.setStep = step;
        side.setsSinceCleared++;
      }
    }
  }

  void stillReady(int ready, long step) {
    for (Way way : Way.values()) {
      if (way.concerns(ready)) {
        side(way).stillReadyStep = step;
      }
    }
  }

  void tried(int ready, boolean blocked, long step) {
    LatestTry.End end = blocked ? LatestTry.End.DRAINED : LatestTry.End.MOVED;
    for (Way way : Way.values()) {
      if (way.concerns(ready)) {
        side(way).tried = new LatestTry(step, end);
      }
    }
  }

  void cleared(int ready, long step, KernelChart kernel) {
    for (Way way : Way.values()) {
      if (way.concerns(ready)) {
        Side side = side(way);
        side.suspicion = suspicion(side, kernel.latest(fd, way));
        side.known = false;
        side.clearedStep = step;
        side.setsSinceCleared = 0;
      }
    }
  }

  /** What a system call said counts more than what the attempt made of it. */
  private static Suspicion suspicion(Side side, LatestTry called) {
    if (called.isLaterThan(side.setStep)) {
      return called.end() == LatestTry.End.DRAINED ? Suspicion.NONE : Suspicion.UNDRAINED;
    }
    if (side.tried.isLaterThan(side.setStep)) {
      return side.tried.end() == LatestTry.End.DRAINED
          ? Suspicion.NONE
          : Suspicion.UNDRAINED_IF_READY;
    }
    LatestTry last = called.isLaterThan(side.tried.step()) ? called : side.tried;
    if (last == LatestTry.NONE) {
      return side.setsSinceCleared > 1 ? Suspicion.STALE_IF_READY : Suspicion.UNDRAINED_IF_READY;
    }
    boolean drained = last.end() == LatestTry.End.DRAINED;
    return drained || last.isLaterThan(side.setBefore) ? Suspicion.STALE : Suspicion.UNDRAINED;
  }
}
