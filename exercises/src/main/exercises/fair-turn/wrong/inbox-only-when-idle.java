  private void round(Task<?> root) {
    if (queue.size() == 0) {
      queue.emptyInbox();
    }
    int most = Math.max(ROUND, queue.size());
    for (int polls = 0; polls < most && !root.isComplete(); polls++) {
      Task<?> task = queue.next();
      if (task == null) {
        return;
      }
      task.run();
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
