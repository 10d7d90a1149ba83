  /** Mine. */
  public void wakeAll() {
    RuntimeException failure = null;
    Waker[] woken = java.util.Arrays.copyOf(wakers, count);
    int end = count;
    for (int i = 0; i < end; i++) {
      count = 0;
      try {
        woken[i].wake();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
