  /** Wakes everyone in the order they came, and is empty again. */
  public void wakeAll() {
    RuntimeException failure = null;
    Waker[] all = wakers;
    int end = count;
    wakers = null;
    count = 0;
    for (int i = 0; i < end; i++) {
      Waker waker = all[i];
      all[i] = null;
      try {
        waker.wake();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    wakers = all;
    if (failure != null) {
      throw failure;
    }
  }
