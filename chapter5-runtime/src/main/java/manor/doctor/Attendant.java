package manor.doctor;

import manor.epoll.Epoll;
import manor.task.Ledger;
import manor.task.Waker;

/**
 * Listens to everything a runtime does, and writes it on the charts of a {@link Ward}: the doctor's
 * ears. Judges nothing.
 *
 * <p>Threads: any.
 */
sealed class Attendant implements Ledger permits Doctor {
  final Ward ward = new Ward();
  private long step;

  /** The next step is the one with this number. */
  final synchronized void goOnAt(long number) {
    step = number - 1;
  }

  @Override
  public boolean hearsSyscalls() {
    return true;
  }

  @Override
  public boolean looksTwice() {
    return true;
  }

  /** Another step, at which the runtime does not sleep. */
  private long awake() {
    ward.atRest = false;
    return ++step;
  }

  @Override
  public synchronized void syscall(String line) {
    long now = awake();
    CallLine call = CallLine.parse(line);
    if (call != null) {
      ward.called(call, now);
    }
  }

  @Override
  public synchronized void registered(long token, int fd) {
    step++;
    ward.registered(token, fd);
  }

  @Override
  public synchronized void deregistered(long token) {
    step++;
    ward.deregistered(token);
  }

  @Override
  public synchronized void turnStarted(long maxWaitNanos) {
    long now = awake();
    if (maxWaitNanos == Epoll.FOREVER) {
      ward.restStep = now;
      ward.atRest = true;
    }
  }

  @Override
  public synchronized void eventTold(long token, int ready) {
    awake();
  }

  @Override
  public synchronized void readinessSet(long token, int ready, int tick) {
    ward.set(token, ready, awake());
  }

  @Override
  public synchronized void readinessCleared(long token, int ready, int tick) {
    long now = awake();
    IoChart io = ward.io(token);
    if (io != null) {
      io.cleared(ready, now, ward.kernel);
    }
  }

  @Override
  public synchronized void clearRefused(long token, int seenTick, int tick) {
    awake();
  }

  @Override
  public synchronized void callTried(long token, int ready, boolean blocked) {
    ward.tried(token, ready, blocked, awake());
  }

  @Override
  public synchronized void stillReady(long token, int ready) {
    long now = awake();
    IoChart io = ward.io(token);
    if (io != null) {
      io.stillReady(ready, now);
    }
  }

  @Override
  public synchronized void wakerStored(long token, int ready, Waker waker) {
    ward.stored(token, ready, waker.toString(), ++step);
  }

  @Override
  public synchronized void wakerLeft(Waker waker, String place) {
    ward.left(waker.toString(), place, ++step);
  }

  @Override
  public synchronized void wakeMissed(Waker waker, String place) {
    ward.missed(waker.toString(), place, ++step);
  }

  @Override
  public synchronized void wakerCloned(long task) {
    ward.cloned(task, ++step);
  }

  @Override
  public synchronized void wakerWoken(long task, boolean usedUp) {
    ward.woken(task, usedUp, ++step);
  }

  @Override
  public synchronized void wakerDropped(long task) {
    ward.dropped(task, ++step);
  }

  @Override
  public synchronized void knocked() {
    ward.knockedStep = ++step;
  }

  @Override
  public synchronized void taskSpawned(long task) {
    step++;
    ward.spawned(task);
  }

  @Override
  public synchronized void taskQueued(long task, boolean foreign) {
    ward.queued(task, foreign, ++step);
  }

  @Override
  public synchronized void taskPolled(long task) {
    ward.polled(task, awake());
  }

  @Override
  public synchronized void taskPending(long task) {
    ward.pending(task, awake());
  }

  @Override
  public synchronized void taskReady(long task) {
    ward.ended(task, awake());
  }

  @Override
  public synchronized void taskFailed(long task, Throwable failure) {
    ward.ended(task, awake());
  }

  @Override
  public synchronized void taskDropped(long task) {
    ward.laidDown(task, awake());
  }

  @Override
  public synchronized void timerSet(long deadline) {
    step++;
  }

  @Override
  public synchronized void timerFired(long deadline) {
    awake();
    ward.timerFired = true;
  }
}
