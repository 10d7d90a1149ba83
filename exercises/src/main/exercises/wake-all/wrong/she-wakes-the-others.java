  public void wakeAll() {
    RuntimeException failure = null;
    for (int i = 0; i < count; i++) {
      Waker waker = wakers[i];
      wakers[i] = null;
      try {
        if (waker != null) waker.wake();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    count = 0;
    if (failure != null) {
      throw failure;
    }
  }
