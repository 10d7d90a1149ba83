  private static final AtomicBoolean DONE = new AtomicBoolean();

  @Override
  public void close() {
    if (!DONE.getAndSet(true)) {
      closed.set(true);
      kernel.close(number);
    }
  }
