  /** Wakes everyone in the order they came, and is empty again. */
  public void wakeAll() {
    RuntimeException failure = null;
    Waker[] all = wakers;
    int end = count;
    wakers = null;
    count = 0;
    for (int i = 0; i < end; i++) {
      try {
        all[i].wake();
      } catch (RuntimeException failed) {
        if (failure == null) {
          failure = failed;
        } else {
          failure.addSuppressed(failed);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
