  void queue(Task<?> task) {
    boolean foreign = Thread.currentThread() != owner;
    ledger.taskQueued(task.id(), foreign);
    if (!foreign) {
      queue.add(task);
      return;
    }
    boolean first = queue.inboxIsEmpty();
    queue.throwIn(task);
    if (first && asleep.getAndSet(false)) {
      handle.knock();
    }
  }
