package manor.explorer;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Who is inside which monitor, and how many times over.
 *
 * <p>Threads: whoever has the baton.
 */
final class Monitors {
  private static final class Holder {
    private final Actor actor;
    private int times;

    private Holder(Actor actor) {
      this.actor = actor;
    }
  }

  private final Map<Object, Holder> holders = new IdentityHashMap<>();

  boolean isHeldByAnother(Actor actor, Object monitor) {
    Holder holder = holders.get(monitor);
    return holder != null && holder.actor != actor;
  }

  /** Goes in, perhaps once more; false if another is there. */
  boolean enter(Actor actor, Object monitor) {
    if (isHeldByAnother(actor, monitor)) {
      return false;
    }
    holders.computeIfAbsent(monitor, m -> new Holder(actor)).times++;
    return true;
  }

  /** Comes out, once. */
  void exit(Actor actor, Object monitor) {
    Holder holder = holders.get(monitor);
    if (holder != null && holder.actor == actor && --holder.times == 0) {
      holders.remove(monitor);
    }
  }
}
