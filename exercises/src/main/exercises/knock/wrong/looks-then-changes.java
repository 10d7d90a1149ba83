  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    queue.throwIn(task);
    if (asleep.get()) {
      asleep.set(false);
      handle.knock();
    }
  }
