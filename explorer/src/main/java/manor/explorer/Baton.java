package manor.explorer;

import java.util.concurrent.locks.LockSupport;

/**
 * What the instrumented classes call: the places at which the {@link Director} may take the baton
 * from one actor and give it to another. On any other thread these calls do what the code did
 * before.
 */
public final class Baton {
  private Baton() {}

  private static Actor actor() {
    return Thread.currentThread() instanceof Actor actor ? actor : null;
  }

  /** Before a field is touched that others may touch. */
  public static void touch(int place) {
    Actor actor = actor();
    if (actor != null) {
      actor.director().touch(actor, place);
    }
  }

  /** Before a monitor is entered. */
  public static void enter(Object monitor, int place) {
    Actor actor = actor();
    if (actor != null) {
      actor.director().touch(actor, place);
      actor.director().enter(actor, monitor);
    }
  }

  /** As a monitor is left. */
  public static void exit(Object monitor) {
    Actor actor = actor();
    if (actor != null) {
      actor.director().exit(actor, monitor);
    }
  }

  /** Instead of {@link LockSupport#park(Object)}. */
  public static void park(Object blocker) {
    Actor actor = actor();
    if (actor != null) {
      actor.director().park(actor);
    } else {
      LockSupport.park(blocker);
    }
  }

  /** Instead of {@link LockSupport#unpark}. */
  public static void unpark(Thread thread) {
    if (thread instanceof Actor parked) {
      parked.director().unpark(parked);
    } else {
      LockSupport.unpark(thread);
    }
  }
}
