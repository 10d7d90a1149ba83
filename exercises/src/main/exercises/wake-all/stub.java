  /** Wakes everyone in the order they came, and is empty again. */
  public void wakeAll() {
    throw Todo.yours("wakeAll: wake wakers[0] to wakers[count - 1], and empty the list");
  }
