  private Waker[] spare = new Waker[CAPACITY];

  /** Wakes everyone in the order they came, and is empty again. */
  public void wakeAll() {
    RuntimeException failure = null;
    Waker[] all = wakers;
    int end = count;
    wakers = spare;
    spare = all;
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
  }
