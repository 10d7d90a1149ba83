  private void round(Task<?> root) {
    queue.emptyInbox();
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
    if (queue.size() > 0) {
      driver.turn(handle, 0);
      return;
    }
    asleep.set(true);
    try {
      if (queue.inboxIsEmpty()) {
        driver.turn(handle, Epoll.FOREVER);
      }
    } finally {
      asleep.set(false);
    }
  }
