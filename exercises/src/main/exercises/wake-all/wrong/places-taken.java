  public void wakeAll() {
    RuntimeException failure = null;
    int woken = count;
    count = 0;
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
