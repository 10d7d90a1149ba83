package manor.explorer;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * A thread that runs only while it holds the baton.
 *
 * <p>Threads: its fields belong to whoever holds the baton.
 */
final class Actor extends Thread {
  enum Standing {
    /** It can go on. */
    READY,
    /** It waits for a monitor. */
    LOCKED_OUT,
    /** It is parked. */
    PARKED,
    /** It waits in epoll_wait. */
    IDLE,
    /** It has ended. */
    GONE
  }

  private final Director director;
  private final Callable<?> role;
  final int number;
  final Semaphore baton = new Semaphore(0);
  Standing standing = Standing.READY;
  Object awaitedMonitor;
  boolean mayPass;

  /** While idle: whether its patience has an end, and how much others had done when it began. */
  boolean patienceEnds;

  long callsSeen;

  /** How many places it has passed. */
  int touches;

  Actor(Director director, int number, String name, Callable<?> role) {
    super(name);
    this.director = director;
    this.number = number;
    this.role = role;
    setDaemon(true);
  }

  Director director() {
    return director;
  }

  @Override
  public void run() {
    Throwable failure = null;
    try {
      director.await(this);
      role.call();
    } catch (Abandoned over) {
      director.left();
      return;
    } catch (Throwable thrown) {
      failure = thrown;
    }
    director.ended(this, failure);
  }
}
