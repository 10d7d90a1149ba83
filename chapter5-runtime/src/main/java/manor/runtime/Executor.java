package manor.runtime;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import manor.epoll.Epoll;
import manor.io.Driver;
import manor.io.Handle;
import manor.task.Future;
import manor.task.Ledger;

/**
 * The master of the house: polls the tasks that have news, and when there is no more news, lets the
 * driver sleep.
 *
 * <pre>
 *   +--&gt; round: poll the tasks that stand in the queue, a bounded number
 *   |    turn:  news from the kernel; sleeps only if the queue is empty
 *   +--------'
 * </pre>
 *
 * <p>Invariants: the driver gets its turn after a bounded number of polls, whatever the tasks do;
 * no wake is lost between the last look at the queue and the driver's sleep, for who throws a task
 * in looks at {@code asleep} afterwards, and who falls asleep looks at the inbox afterwards.
 *
 * <p>Threads: one runs it; {@link #queue} and {@link #spawn} any.
 */
final class Executor {
  /** How many polls a round has at least, so that tasks that talk to each other need few turns. */
  private static final int ROUND = 61;

  private final Driver driver;
  private final Handle handle;
  private final Ledger ledger;
  private final RunQueue queue = new RunQueue();
  private final OwnedTasks tasks = new OwnedTasks();
  private final AtomicBoolean asleep = new AtomicBoolean();
  private final AtomicLong lastId = new AtomicLong();
  private volatile Thread owner;

  Executor(Driver driver) {
    this.driver = driver;
    this.handle = driver.handle();
    this.ledger = handle.ledger();
  }

  <T> Task<T> spawn(Future<T> future) {
    Task<T> task = new Task<>(lastId.incrementAndGet(), future, this, ledger);
    if (tasks.add(task)) {
      ledger.taskSpawned(task.id());
      queue(task);
    } else {
      task.cancel();
    }
    return task;
  }

  // tag::queue[]
  /** Puts a task that has news into the queue. Only from a foreign thread need it knock. */
  // tag::enqueue[]
  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    // tag::throw-in[]
    queue.throwIn(task);
    if (asleep.getAndSet(false)) {
      handle.knock();
    }
    // end::throw-in[]
  }

  // end::enqueue[]
  // end::queue[]

  /** Runs until {@code root} has ended, and everything else as far as it gets meanwhile. */
  void runUntilEnded(Task<?> root) throws IOException {
    if (owner != null) {
      throw new IllegalStateException("this runtime is running already, on " + owner);
    }
    owner = Thread.currentThread();
    try {
      // tag::alternate[]
      while (!root.isComplete()) {
        round(root);
        if (!root.isComplete()) {
          turn();
        }
      }
      // end::alternate[]
    } finally {
      owner = null;
    }
  }

  // tag::round[]
  // tag::polls[]
  private void round(Task<?> root) {
    queue.emptyInbox();
    int most = Math.max(ROUND, queue.size());
    for (int polls = 0; polls < most && !root.isComplete(); polls++) {
      Task<?> task = queue.next();
      if (task == null) {
        return;
      }
      task.run();
    }
  }

  // end::polls[]

  // tag::turn[]
  private void turn() throws IOException {
    long wait = 0;
    if (queue.size() == 0) {
      asleep.set(true);
      wait = queue.inboxIsEmpty() ? Epoll.FOREVER : 0;
    }
    try {
      driver.turn(handle, wait);
    } finally {
      asleep.set(false);
    }
  }

  // end::turn[]
  // end::round[]

  /** A task has ended. */
  void ended(Task<?> task) {
    tasks.remove(task);
  }

  int size() {
    return tasks.size();
  }

  /** Drops every task, also those that the dropping of others brings about. */
  void close() {
    if (owner != null) {
      throw new IllegalStateException("this runtime is still running, on " + owner);
    }
    tasks.close();
    for (Task<?> task = tasks.any(); task != null; task = tasks.any()) {
      task.cancel();
    }
  }
}
