package manor.explorer;

import java.util.HashMap;
import java.util.Map;

/**
 * What more than one actor has been seen to touch, in any run so far. Only there it matters who
 * comes first; everywhere else a run need not be tried both ways.
 *
 * <p>Threads: whoever has the baton.
 */
final class SharedPlaces {
  private final Map<String, Integer> touchedBy = new HashMap<>();
  private boolean grown;
  private boolean all;

  /** Notes that the actor touches it; answers whether another does, too. */
  boolean isShared(int place, int actor) {
    if (all) {
      return true;
    }
    String what = Places.get(place).what();
    int before = touchedBy.getOrDefault(what, 0);
    int now = before | 1 << Math.min(actor, Integer.SIZE - 1);
    if (now != before) {
      touchedBy.put(what, now);
      grown |= Integer.bitCount(now) > 1;
    }
    return Integer.bitCount(now) > 1;
  }

  /** From now on everything counts as shared. */
  void shareAll() {
    all = true;
  }

  /** Whether something has become shared since last asked. */
  boolean takeGrown() {
    boolean was = grown;
    grown = false;
    return was;
  }
}
