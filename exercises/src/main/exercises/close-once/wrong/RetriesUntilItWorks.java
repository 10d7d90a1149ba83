  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      int a;
      do {
        a = kernel.close(number);
      } while (a < 0);
    }
  }
