package manor.net.demo;

import java.util.function.BiConsumer;
import manor.epoll.Epoll;
import manor.task.Ledger;
import manor.task.Waker;

/**
 * The ledger of one task and the descriptor it waits for: who did what, in words, from the moment
 * somebody listens.
 *
 * <p>Threads: the runtime's.
 */
final class ByteWay implements Ledger {
  private static final long NOBODY = -1;

  private final BiConsumer<String, String> steps;
  private long watchedTask = NOBODY;
  private long watchedToken = NOBODY;
  private boolean listening;

  /** Tells each step as who did it and what it was. */
  ByteWay(BiConsumer<String, String> steps) {
    this.steps = steps;
  }

  /** Follows a task, and the descriptor that it leaves its waker with from now on. */
  void watch(long task) {
    watchedTask = task;
  }

  void listen(boolean now) {
    listening = now;
  }

  private void tell(boolean concerned, String who, String what) {
    if (listening && concerned) {
      steps.accept(who, what);
    }
  }

  private void ofTask(long task, String who, String what) {
    tell(task == watchedTask, who, what);
  }

  private void ofToken(long token, String who, String what) {
    tell(token == watchedToken, who, what);
  }

  @Override
  public boolean hearsSyscalls() {
    return true;
  }

  @Override
  public void syscall(String line) {
    tell(true, "kernel", line.replaceFirst(" +=", " =").replaceFirst("(?<=EAGAIN) .*", ""));
  }

  @Override
  public void turnStarted(long maxWaitNanos) {
    String howLong = maxWaitNanos == Epoll.FOREVER ? "wait as long as it takes" : "only look";
    tell(true, "Driver.turn", "no task has news: " + howLong);
  }

  @Override
  public void eventTold(long token, int ready) {
    ofToken(token, "Driver.turn", "the token " + token + " finds the ScheduledIo");
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    ofToken(token, "setReadiness", "ready, and this is tick " + tick);
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    ofToken(token, "clearReadiness", "no longer ready, for this is still tick " + tick);
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    ofToken(token, "clearReadiness", "stays ready: tick " + seenTick + " is not " + tick);
  }

  @Override
  public void wakerCloned(long task) {
    ofTask(task, "Waker.clone", "a messenger of task " + task);
  }

  @Override
  public void wakerStored(long token, int ready, Waker waker) {
    if (waker.toString().equals("task " + watchedTask)) {
      watchedToken = token;
    }
    ofToken(token, "Readiness", "the messenger of " + waker + " waits in the list");
  }

  @Override
  public void wakerWoken(long task, boolean usedUp) {
    ofTask(task, "Waker.wake", "outside the lock: news for task " + task);
  }

  @Override
  public void wakerDropped(long task) {
    ofTask(task, "Waker.drop", "a messenger of task " + task + " is not needed any more");
  }

  @Override
  public void knocked() {
    tell(true, "EventFd.knock", "another thread has news");
  }

  @Override
  public void taskQueued(long task, boolean foreign) {
    String knock = foreign ? "from another thread" : "the same thread, no knock";
    ofTask(task, "Executor", "task " + task + " stands in the queue (" + knock + ")");
  }

  @Override
  public void taskPolled(long task) {
    ofTask(task, "Task.poll", "task " + task + ": TcpStream, PollEvented, Registration");
  }

  @Override
  public void taskPending(long task) {
    ofTask(task, "Poll.Pending", "task " + task + " sleeps");
  }

  @Override
  public void taskReady(long task) {
    ofTask(task, "Poll.Ready", "task " + task + " is done");
  }
}
