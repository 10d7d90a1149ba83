  public void wakeAll() {
    RuntimeException failure = null;
    count = 0;
    int woken = count;
    for (int i = 0; i < woken; i++) {
      Waker waker = wakers[i];
      wakers[i] = null;
      try {
        waker.wake();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
