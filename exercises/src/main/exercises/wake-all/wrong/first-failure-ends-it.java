  public void wakeAll() {
    int woken = count;
    count = 0;
    for (int i = 0; i < woken; i++) {
      wakers[i].wake();
    }
  }
