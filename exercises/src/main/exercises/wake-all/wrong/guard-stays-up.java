  private boolean out;

  /** Wakes everyone in the order they came, and is empty again. */
  public void wakeAll() {
    if (out) {
      return;
    }
    out = true;
    RuntimeException failure = null;
    Waker[] all = wakers;
    int end = count;
    wakers = null;
    count = 0;
    for (int i = 0; i < end; i++) {
      try {
        all[i].wake();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    out = false;
  }
