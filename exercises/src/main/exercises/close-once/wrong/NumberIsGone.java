  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      kernel.close(number());
    }
  }
