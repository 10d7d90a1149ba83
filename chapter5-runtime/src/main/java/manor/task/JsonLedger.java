package manor.task;

import java.util.function.Consumer;
import manor.epoll.Ready;

/**
 * Writes every step as a line of JSON, numbered from 1:
 *
 * <pre>
 *   {"step":12,"what":"readinessSet","token":4294967296,"ready":"IN","tick":1}
 * </pre>
 *
 * <p>Threads: any; lines are handed over one at a time, in the order of their numbers.
 */
public final class JsonLedger implements Ledger {
  private static final int NO_TICK = -1;

  private final Consumer<String> lines;
  private long step;

  /** A ledger that hands each line, without a line end, to {@code lines}. */
  public JsonLedger(Consumer<String> lines) {
    this.lines = lines;
  }

  private synchronized void write(String what, String rest) {
    lines.accept("{\"step\":" + ++step + ",\"what\":\"" + what + "\"" + rest + "}");
  }

  private static String number(String name, long value) {
    return ",\"" + name + "\":" + value;
  }

  private static String text(String name, Object value) {
    return ",\"" + name + "\":" + JsonText.quoted(String.valueOf(value));
  }

  private void ofToken(String what, long token, int ready, int tick) {
    String ticked = tick == NO_TICK ? "" : number("tick", tick);
    write(what, number("token", token) + text("ready", JsonText.names(new Ready(ready))) + ticked);
  }

  private void ofTask(String what, long task) {
    write(what, number("task", task));
  }

  @Override
  public boolean hearsSyscalls() {
    return true;
  }

  @Override
  public boolean looksTwice() {
    return true;
  }

  @Override
  public void syscall(String line) {
    write("syscall", text("line", line));
  }

  @Override
  public void registered(long token, int fd) {
    write("registered", number("token", token) + number("fd", fd));
  }

  @Override
  public void deregistered(long token) {
    write("deregistered", number("token", token));
  }

  @Override
  public void turnStarted(long maxWaitNanos) {
    write("turnStarted", number("maxWaitNanos", maxWaitNanos));
  }

  @Override
  public void eventTold(long token, int ready) {
    ofToken("eventTold", token, ready, NO_TICK);
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    ofToken("readinessSet", token, ready, tick);
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    ofToken("readinessCleared", token, ready, tick);
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    write(
        "clearRefused",
        number("token", token) + number("seenTick", seenTick) + number("tick", tick));
  }

  @Override
  public void callTried(long token, int ready, boolean blocked) {
    String names = text("ready", JsonText.names(new Ready(ready)));
    write("callTried", number("token", token) + names + ",\"blocked\":" + blocked);
  }

  @Override
  public void stillReady(long token, int ready) {
    ofToken("stillReady", token, ready, NO_TICK);
  }

  @Override
  public void wakerStored(long token, int ready, Waker waker) {
    String names = text("ready", JsonText.names(new Ready(ready)));
    write("wakerStored", number("token", token) + names + text("waker", waker));
  }

  @Override
  public void wakerLeft(Waker waker, String place) {
    write("wakerLeft", text("waker", waker) + text("place", place));
  }

  @Override
  public void wakeMissed(Waker waker, String place) {
    write("wakeMissed", text("waker", waker) + text("place", place));
  }

  @Override
  public void wakerCloned(long task) {
    ofTask("wakerCloned", task);
  }

  @Override
  public void wakerWoken(long task, boolean usedUp) {
    write("wakerWoken", number("task", task) + ",\"usedUp\":" + usedUp);
  }

  @Override
  public void wakerDropped(long task) {
    ofTask("wakerDropped", task);
  }

  @Override
  public void knocked() {
    write("knocked", "");
  }

  @Override
  public void taskSpawned(long task) {
    ofTask("taskSpawned", task);
  }

  @Override
  public void taskQueued(long task, boolean foreign) {
    write("taskQueued", number("task", task) + ",\"foreign\":" + foreign);
  }

  @Override
  public void taskPolled(long task) {
    ofTask("taskPolled", task);
  }

  @Override
  public void taskPending(long task) {
    ofTask("taskPending", task);
  }

  @Override
  public void taskReady(long task) {
    ofTask("taskReady", task);
  }

  @Override
  public void taskFailed(long task, Throwable failure) {
    write("taskFailed", number("task", task) + text("failure", failure));
  }

  @Override
  public void taskDropped(long task) {
    ofTask("taskDropped", task);
  }

  @Override
  public void timerSet(long deadline) {
    write("timerSet", number("deadline", deadline));
  }

  @Override
  public void timerFired(long deadline) {
    write("timerFired", number("deadline", deadline));
  }
}
