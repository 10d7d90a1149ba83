package manor.task;

/**
 * Tells every step to two ledgers, one after the other.
 *
 * <p>Threads: as the two.
 */
record LedgerPair(Ledger one, Ledger other) implements Ledger {
  @Override
  public boolean hearsSyscalls() {
    return one.hearsSyscalls() || other.hearsSyscalls();
  }

  @Override
  public boolean looksTwice() {
    return one.looksTwice() || other.looksTwice();
  }

  @Override
  public void syscall(String line) {
    one.syscall(line);
    other.syscall(line);
  }

  @Override
  public void registered(long token, int fd) {
    one.registered(token, fd);
    other.registered(token, fd);
  }

  @Override
  public void deregistered(long token) {
    one.deregistered(token);
    other.deregistered(token);
  }

  @Override
  public void turnStarted(long maxWaitNanos) {
    one.turnStarted(maxWaitNanos);
    other.turnStarted(maxWaitNanos);
  }

  @Override
  public void eventTold(long token, int ready) {
    one.eventTold(token, ready);
    other.eventTold(token, ready);
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    one.readinessSet(token, ready, tick);
    other.readinessSet(token, ready, tick);
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    one.readinessCleared(token, ready, tick);
    other.readinessCleared(token, ready, tick);
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    one.clearRefused(token, seenTick, tick);
    other.clearRefused(token, seenTick, tick);
  }

  @Override
  public void callTried(long token, int ready, boolean blocked) {
    one.callTried(token, ready, blocked);
    other.callTried(token, ready, blocked);
  }

  @Override
  public void stillReady(long token, int ready) {
    one.stillReady(token, ready);
    other.stillReady(token, ready);
  }

  @Override
  public void wakerStored(long token, int ready, Waker waker) {
    one.wakerStored(token, ready, waker);
    other.wakerStored(token, ready, waker);
  }

  @Override
  public void wakerLeft(Waker waker, String place) {
    one.wakerLeft(waker, place);
    other.wakerLeft(waker, place);
  }

  @Override
  public void wakeMissed(Waker waker, String place) {
    one.wakeMissed(waker, place);
    other.wakeMissed(waker, place);
  }

  @Override
  public void wakerCloned(long task) {
    one.wakerCloned(task);
    other.wakerCloned(task);
  }

  @Override
  public void wakerWoken(long task, boolean usedUp) {
    one.wakerWoken(task, usedUp);
    other.wakerWoken(task, usedUp);
  }

  @Override
  public void wakerDropped(long task) {
    one.wakerDropped(task);
    other.wakerDropped(task);
  }

  @Override
  public void knocked() {
    one.knocked();
    other.knocked();
  }

  @Override
  public void taskSpawned(long task) {
    one.taskSpawned(task);
    other.taskSpawned(task);
  }

  @Override
  public void taskQueued(long task, boolean foreign) {
    one.taskQueued(task, foreign);
    other.taskQueued(task, foreign);
  }

  @Override
  public void taskPolled(long task) {
    one.taskPolled(task);
    other.taskPolled(task);
  }

  @Override
  public void taskPending(long task) {
    one.taskPending(task);
    other.taskPending(task);
  }

  @Override
  public void taskReady(long task) {
    one.taskReady(task);
    other.taskReady(task);
  }

  @Override
  public void taskFailed(long task, Throwable failure) {
    one.taskFailed(task, failure);
    other.taskFailed(task, failure);
  }

  @Override
  public void taskDropped(long task) {
    one.taskDropped(task);
    other.taskDropped(task);
  }

  @Override
  public void timerSet(long deadline) {
    one.timerSet(deadline);
    other.timerSet(deadline);
  }

  @Override
  public void timerFired(long deadline) {
    one.timerFired(deadline);
    other.timerFired(deadline);
  }
}
