  /** Puts a task that has news into the queue. Only from a foreign thread need it knock. */
  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign || owner == null) {
      queue.add(task);
      return;
    }
    queue.throwIn(task);
    if (asleep.getAndSet(false)) {
      handle.knock();
    }
  }
