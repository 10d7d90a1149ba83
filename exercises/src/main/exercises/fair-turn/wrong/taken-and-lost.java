  private void round(Task<?> root) {
    queue.emptyInbox();
    int most = Math.max(ROUND, queue.size());
    int polls = 0;
    Task<?> task = queue.next();
    while (task != null && !root.isComplete() && polls < most) {
      task.run();
      polls++;
      task = queue.next();
    }
  }

  private void turn() throws IOException {
    long wait = 0;
    if (queue.size() == 0) {
      asleep.set(true);
      wait = queue.inboxIsEmpty() ? Epoll.FOREVER : 0;
    }
    try {
      driver.turn(handle, wait);
    } finally {
      asleep.set(false);
    }
  }
