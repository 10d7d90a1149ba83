package manor.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Directs one run: several actors, of whom one at a time has the baton. At every place where they
 * could meet, the {@link Chooser} says who goes on; nothing else decides anything, so the same
 * choices make the same run.
 *
 * <p>Threads: the actor with the baton; {@link #run} the explorer's.
 */
final class Director {
  /** Nobody needs so many places: whoever does goes round in circles. */
  private static final int MOST_TOUCHES = 20_000;

  private final Chooser chooser;
  private final SharedPlaces shared;
  private final RunRecord record;
  private final List<Actor> actors = new ArrayList<>();
  private final Monitors monitors = new Monitors();
  private final Semaphore over = new Semaphore(0);
  private final Semaphore gone = new Semaphore(0);
  private volatile boolean abandoned;
  private int left;
  private int touches;
  private long calls;

  Director(Chooser chooser, SharedPlaces shared, RunRecord record) {
    this.chooser = chooser;
    this.shared = shared;
    this.record = record;
  }

  /** Runs {@code first}, and all whom it brings onto the stage, to their end or to a standstill. */
  void run(String name, Callable<?> first) {
    Actor actor = enlist(name, first);
    actor.baton.release();
    over.acquireUninterruptibly();
    abandoned = true;
    for (Actor each : actors) {
      each.baton.release();
    }
    gone.acquireUninterruptibly(actors.size());
  }

  /** Another actor, who may go on from now on. */
  Actor enlist(String name, Callable<?> role) {
    Actor actor = new Actor(this, actors.size(), name, role);
    actors.add(actor);
    left++;
    actor.start();
    return actor;
  }

  /** Until it is his turn. */
  void await(Actor actor) {
    actor.baton.acquireUninterruptibly();
    if (abandoned) {
      throw new Abandoned();
    }
  }

  void left() {
    gone.release();
  }

  void ended(Actor actor, Throwable failure) {
    if (abandoned) {
      left();
      return;
    }
    actor.standing = Actor.Standing.GONE;
    left--;
    if (failure != null) {
      record.failed(actor, failure);
    }
    record.tell(actor, "has ended");
    Actor next = failure != null || left == 0 ? null : next(actor);
    if (next == null) {
      over.release();
    } else {
      next.baton.release();
    }
    left();
  }

  // Where an actor may lose the baton.

  void touch(Actor actor, int place) {
    if (abandoned) {
      throw new Abandoned();
    }
    actor.touches++;
    if (++touches > MOST_TOUCHES) {
      record.endless(actor);
      giveUp(actor);
    }
    if (shared.isShared(place, actor.number)) {
      interrupt(actor, place);
    }
  }

  private void interrupt(Actor actor, int place) {
    List<Actor> able = able(actor);
    if (able.size() < 2) {
      return;
    }
    Actor next = able.get(chooser.choose(actor, able, false));
    if (next != actor) {
      record.interrupted(actor, Places.get(place), next);
      pass(actor, next);
    }
  }

  private void pass(Actor actor, Actor next) {
    resume(next);
    next.baton.release();
    await(actor);
  }

  /** He cannot go on by himself. */
  private void standStill(Actor actor) {
    Actor next = next(actor);
    if (next == null) {
      giveUp(actor);
    }
    if (next != actor) {
      pass(actor, next);
    } else {
      resume(actor);
    }
  }

  private void giveUp(Actor actor) {
    over.release();
    await(actor);
    throw new Abandoned();
  }

  private Actor next(Actor actor) {
    List<Actor> able = able(actor);
    if (able.isEmpty()) {
      record.stuck(actors);
      return null;
    }
    Actor next = able.size() == 1 ? able.get(0) : able.get(chooser.choose(actor, able, true));
    if (next != actor) {
      record.goesOn(next);
    }
    resume(next);
    return next;
  }

  private List<Actor> able(Actor current) {
    List<Actor> able = new ArrayList<>();
    if (isAble(current)) {
      able.add(current);
    }
    for (Actor actor : actors) {
      if (actor != current && isAble(actor)) {
        able.add(actor);
      }
    }
    return able;
  }

  private boolean isAble(Actor actor) {
    return switch (actor.standing) {
      case READY -> true;
      case LOCKED_OUT -> !monitors.isHeldByAnother(actor, actor.awaitedMonitor);
      case PARKED -> actor.mayPass;
      case IDLE -> actor.patienceEnds || calls > actor.callsSeen;
      case GONE -> false;
    };
  }

  private void resume(Actor actor) {
    actor.standing = Actor.Standing.READY;
  }

  // Monitors.

  void enter(Actor actor, Object monitor) {
    while (!monitors.enter(actor, monitor)) {
      actor.standing = Actor.Standing.LOCKED_OUT;
      actor.awaitedMonitor = monitor;
      standStill(actor);
    }
  }

  void exit(Actor actor, Object monitor) {
    monitors.exit(actor, monitor);
  }

  // Parking.

  void park(Actor actor) {
    touch(actor, Places.PARK);
    if (!actor.mayPass) {
      actor.standing = Actor.Standing.PARKED;
      standStill(actor);
    }
    actor.mayPass = false;
  }

  void unpark(Actor actor) {
    actor.mayPass = true;
  }

  // The kernel.

  /** A system call is about to be made. */
  void called(Actor actor, int place) {
    touch(actor, place);
    calls++;
  }

  /**
   * Nothing to tell in epoll_wait.
   *
   * @param patienceEnds whether it has a timeout
   * @return true to look again; false if the time is over
   */
  boolean idle(Actor actor, boolean patienceEnds) {
    actor.standing = Actor.Standing.IDLE;
    actor.patienceEnds = patienceEnds;
    actor.callsSeen = calls;
    standStill(actor);
    return calls > actor.callsSeen;
  }

  RunRecord record() {
    return record;
  }
}
