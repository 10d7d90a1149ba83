  /** Puts a task that has news into the queue. Only from a foreign thread need it knock. */
  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    queue.throwIn(task);
    if (asleep.weakCompareAndSetPlain(true, false)) {
      handle.knock();
    }
  }
