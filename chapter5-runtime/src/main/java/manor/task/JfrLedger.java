package manor.task;

import manor.epoll.Ready;

/**
 * Makes every step an event of the JDK's flight recorder, under the name that the step has here in
 * the field {@code what}. A program that has this ledger is recorded whenever somebody asks:
 *
 * <pre>
 *   jcmd PID JFR.start name=manor
 *   jcmd PID JFR.dump name=manor filename=manor.jfr
 *   jfr print --events 'manor.*' manor.jfr
 * </pre>
 *
 * <p>While nobody records, an event is a question answered with no. System calls are told if they
 * are recorded when the runtime is opened (java -XX:StartFlightRecording).
 *
 * <p>Threads: any.
 */
public final class JfrLedger implements Ledger {
  private static final int NONE = -1;

  /** Only ever asked whether anybody records their kind, so that nothing is made in vain. */
  private static final TaskStep TASK = new TaskStep();

  private static final WakerStep WAKER = new WakerStep();
  private static final ReadinessStep READINESS = new ReadinessStep();
  private static final DriverStep DRIVER = new DriverStep();
  private static final SyscallStep SYSCALL = new SyscallStep();

  private static void task(String what, long task, Object words) {
    if (TASK.isEnabled()) {
      TaskStep step = new TaskStep();
      step.what = what;
      step.task = task;
      step.words = words == null ? null : words.toString();
      step.commit();
    }
  }

  private static void waker(String what, Object waker, String place) {
    if (WAKER.isEnabled()) {
      WakerStep step = new WakerStep();
      step.what = what;
      step.waker = waker.toString();
      step.place = place;
      step.commit();
    }
  }

  private static void wakerOfTask(String what, long task) {
    if (WAKER.isEnabled()) {
      WakerStep step = new WakerStep();
      step.what = what;
      step.waker = "task " + task;
      step.commit();
    }
  }

  private static void readiness(String what, long token, int fd, int ready, int tick) {
    if (READINESS.isEnabled()) {
      ReadinessStep step = new ReadinessStep();
      step.what = what;
      step.token = token;
      step.fd = fd;
      step.ready = JsonText.names(new Ready(ready));
      step.tick = tick;
      step.commit();
    }
  }

  private static void driver(String what, long nanos) {
    if (DRIVER.isEnabled()) {
      DriverStep step = new DriverStep();
      step.what = what;
      step.nanos = nanos;
      step.commit();
    }
  }

  @Override
  public boolean hearsSyscalls() {
    return SYSCALL.isEnabled();
  }

  @Override
  public void syscall(String line) {
    SyscallStep step = new SyscallStep();
    step.line = line;
    step.commit();
  }

  @Override
  public void registered(long token, int fd) {
    readiness("registered", token, fd, 0, NONE);
  }

  @Override
  public void deregistered(long token) {
    readiness("deregistered", token, NONE, 0, NONE);
  }

  @Override
  public void turnStarted(long maxWaitNanos) {
    driver("turnStarted", maxWaitNanos);
  }

  @Override
  public void eventTold(long token, int ready) {
    readiness("eventTold", token, NONE, ready, NONE);
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    readiness("readinessSet", token, NONE, ready, tick);
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    readiness("readinessCleared", token, NONE, ready, tick);
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    readiness("clearRefused", token, NONE, 0, tick);
  }

  @Override
  public void callTried(long token, int ready, boolean blocked) {
    readiness(blocked ? "callTried, blocked" : "callTried", token, NONE, ready, NONE);
  }

  @Override
  public void stillReady(long token, int ready) {
    readiness("stillReady", token, NONE, ready, NONE);
  }

  @Override
  public void wakerStored(long token, int ready, Waker waker) {
    if (WAKER.isEnabled()) {
      waker("wakerStored", waker, "token " + token + ": " + JsonText.names(new Ready(ready)));
    }
  }

  @Override
  public void wakerLeft(Waker waker, String place) {
    waker("wakerLeft", waker, place);
  }

  @Override
  public void wakeMissed(Waker waker, String place) {
    waker("wakeMissed", waker, place);
  }

  @Override
  public void wakerCloned(long task) {
    wakerOfTask("wakerCloned", task);
  }

  @Override
  public void wakerWoken(long task, boolean usedUp) {
    wakerOfTask("wakerWoken", task);
  }

  @Override
  public void wakerDropped(long task) {
    wakerOfTask("wakerDropped", task);
  }

  @Override
  public void knocked() {
    driver("knocked", 0);
  }

  @Override
  public void taskSpawned(long task) {
    task("taskSpawned", task, null);
  }

  @Override
  public void taskQueued(long task, boolean foreign) {
    task("taskQueued", task, foreign ? "from another thread" : null);
  }

  @Override
  public void taskPolled(long task) {
    task("taskPolled", task, null);
  }

  @Override
  public void taskPending(long task) {
    task("taskPending", task, null);
  }

  @Override
  public void taskReady(long task) {
    task("taskReady", task, null);
  }

  @Override
  public void taskFailed(long task, Throwable failure) {
    task("taskFailed", task, failure);
  }

  @Override
  public void taskDropped(long task) {
    task("taskDropped", task, null);
  }

  @Override
  public void timerSet(long deadline) {
    driver("timerSet", deadline);
  }

  @Override
  public void timerFired(long deadline) {
    driver("timerFired", deadline);
  }
}
