  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (foreign) {
      queue.throwIn(task);
    } else {
      queue.add(task);
    }
    if (asleep.getAndSet(false)) {
      handle.knock();
    }
  }
