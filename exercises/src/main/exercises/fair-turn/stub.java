  private void round(Task<?> root) {
    queue.emptyInbox();
    Task<?> task = queue.next();
    while (task != null && !root.isComplete()) {
      task.run();
      task = queue.next();
    }
  }

  private void turn() throws IOException {
    asleep.set(true);
    try {
      driver.turn(handle, queue.inboxIsEmpty() ? Epoll.FOREVER : 0);
    } finally {
      asleep.set(false);
    }
  }
