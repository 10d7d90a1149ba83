package manor.simulator;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import manor.syscall.EpollEvent;
import manor.syscall.Memory;

/**
 * The watches that may have something to tell, in the order in which they came to have it.
 *
 * <p>Being on the list is a rumour: what is really so is asked at the last moment, and whoever has
 * nothing to tell drops off. Of the rest an edge drops off too, having been told; a oneshot is
 * disarmed besides; and a level goes to the end of the list, so that with few places in one wait
 * everybody gets a turn.
 */
class ReadyList {
  private final Set<Watch> watches = new LinkedHashSet<>();

  /** Puts a watch at the end, unless it is on the list already; says whether it was not. */
  boolean add(Watch watch) {
    return watches.add(watch);
  }

  void remove(Watch watch) {
    watches.remove(watch);
  }

  /** Fills in at most {@code room} events; those not reached keep their places at the front. */
  int tell(Memory events, int room) {
    int told = 0;
    for (int left = watches.size(); left > 0 && told < room; left--) {
      Watch watch = takeFirst();
      int ready = watch.poll();
      if (ready != 0) {
        EpollEvent.put(events, told++, ready, watch.data());
        told(watch);
      }
    }
    return told;
  }

  /** What becomes of a watch that has just been told. */
  void told(Watch watch) {
    if (watch.isOneshot()) {
      watch.disarm();
    } else if (!watch.isEdge()) {
      watches.add(watch);
    }
  }

  /** Whether anyone really has something to tell; rumours at the front that are untrue drop off. */
  boolean isAnyReady() {
    Iterator<Watch> iterator = watches.iterator();
    while (iterator.hasNext()) {
      if (iterator.next().poll() != 0) {
        return true;
      }
      iterator.remove();
    }
    return false;
  }

  private Watch takeFirst() {
    Iterator<Watch> iterator = watches.iterator();
    Watch first = iterator.next();
    iterator.remove();
    return first;
  }
}
