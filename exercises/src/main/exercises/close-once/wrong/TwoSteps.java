  @Override
  public void close() {
    boolean before = closed.get();
    closed.set(true);
    if (!before) {
      kernel.close(number);
    }
  }

