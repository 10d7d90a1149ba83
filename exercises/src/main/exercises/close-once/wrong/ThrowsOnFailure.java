  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && kernel.close(number) < 0) {
      throw new IllegalStateException("close failed");
    }
  }
