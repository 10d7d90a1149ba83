  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    queue.add(task);
    if (foreign && asleep.getAndSet(false)) {
      handle.knock();
    }
  }
