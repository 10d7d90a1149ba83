  @Override
  public void close() {
    closed.set(true);
    kernel.close(number);
  }
