  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    queue.throwIn(task);
    if (queue.size() == 0 && asleep.getAndSet(false)) {
      handle.knock();
    }
  }
