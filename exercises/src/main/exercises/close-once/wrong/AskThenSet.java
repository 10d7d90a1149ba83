  @Override
  public void close() {
    if (!closed.get()) {
      kernel.close(number);
      closed.set(true);
    }
  }
