  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    boolean sleeps = asleep.getAndSet(false);
    queue.throwIn(task);
    if (sleeps) {
      handle.knock();
    }
  }
