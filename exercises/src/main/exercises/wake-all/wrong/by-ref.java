  public void wakeAll() {
    RuntimeException failure = null;
    int woken = count;
    count = 0;
    for (int i = 0; i < woken; i++) {
      try {
        wakers[i].wakeByRef();
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
