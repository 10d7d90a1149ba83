  private void round(Task<?> root) {
    queue.emptyInbox();
    int left = queue.size() > ROUND ? queue.size() : ROUND;
    while (left > 0 && !root.isComplete()) {
      Task<?> task = queue.next();
      if (task == null) {
        break;
      }
      task.run();
      left--;
    }
  }

  private void turn() throws IOException {
    if (queue.size() != 0) {
      driver.turn(handle, 0);
      return;
    }
    asleep.set(true);
    if (!queue.inboxIsEmpty()) {
      driver.turn(handle, 0);
      return;
    }
    try {
      driver.turn(handle, Epoll.FOREVER);
    } finally {
      asleep.set(false);
    }
  }
