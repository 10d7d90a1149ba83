  @Override
  public void close() {
    if (closed.get()) {
      return;
    }
    closed.compareAndSet(false, true);
    kernel.close(number);
  }
