package manor.explorer;

import java.util.StringJoiner;
import manor.epoll.Epoll;
import manor.epoll.Ready;
import manor.task.Ledger;
import manor.task.Waker;

/** Puts each step of a ledger into a few words; what explains nothing has none. */
final class StepWords implements Ledger {
  /** Of the latest step, or null. */
  String words;

  private static String names(int ready) {
    Ready told = new Ready(ready);
    StringJoiner names = new StringJoiner(" and ").setEmptyValue("for nothing");
    if (told.isReadable()) {
      names.add("readable");
    }
    if (told.isWritable()) {
      names.add("writable");
    }
    if (told.isReadClosed()) {
      names.add("closed");
    }
    if (told.isError()) {
      names.add("failed");
    }
    return names.toString();
  }

  private static String wanted(int ready) {
    Ready asked = new Ready(ready);
    String one = asked.isReadable() ? "readable" : "writable";
    return asked.isReadable() && asked.isWritable() ? "readable or writable" : one;
  }

  @Override
  public void syscall(String line) {
    words = line.replaceFirst(" +=", " =");
  }

  @Override
  public void turnStarted(long maxWaitNanos) {
    words = maxWaitNanos == Epoll.FOREVER ? "has nothing to do: it will sleep" : null;
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    words = "sets readiness " + names(ready) + ", tick " + tick;
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    words = "clears readiness " + names(ready) + " at tick " + tick;
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    words = "may not clear: it saw tick " + seenTick + ", now it is " + tick;
  }

  @Override
  public void stillReady(long token, int ready) {
    words = "the kernel says it is ready all the same: " + names(ready);
  }

  @Override
  public void wakerStored(long token, int ready, Waker waker) {
    words =
        "leaves the waker of "
            + waker
            + " with the descriptor, to hear when it is "
            + wanted(ready);
  }

  @Override
  public void wakerLeft(Waker waker, String place) {
    words = "leaves the waker of " + waker + " in " + place;
  }

  @Override
  public void wakeMissed(Waker waker, String place) {
    words = "(" + place + " had been woken before anyone was there)";
  }

  @Override
  public void wakerWoken(long task, boolean usedUp) {
    words = "wakes task " + task;
  }

  @Override
  public void wakerDropped(long task) {
    words = "drops a waker of task " + task;
  }

  @Override
  public void knocked() {
    words = "knocks at the door";
  }

  @Override
  public void taskSpawned(long task) {
    words = "spawns task " + task;
  }

  @Override
  public void taskQueued(long task, boolean foreign) {
    words = "queues task " + task + (foreign ? ", from outside" : "");
  }

  @Override
  public void taskPolled(long task) {
    words = "polls task " + task;
  }

  @Override
  public void taskPending(long task) {
    words = "task " + task + " is Pending";
  }

  @Override
  public void taskReady(long task) {
    words = "task " + task + " is Ready";
  }

  @Override
  public void taskFailed(long task, Throwable failure) {
    words = "task " + task + " has failed: " + failure;
  }

  @Override
  public void taskDropped(long task) {
    words = "task " + task + " is dropped";
  }

  @Override
  public void timerFired(long deadline) {
    words = "a timer fires";
  }
}
