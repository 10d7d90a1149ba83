  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    if (asleep.getAndSet(false)) {
      handle.knock();
    }
  }
