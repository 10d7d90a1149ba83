  @Override
  public void close() {
    if (!closed.get()) {
      int answer = kernel.close(number);
      while (answer == -Errno.EINTR) {
        answer = kernel.close(number);
      }
      closed.set(true);
    }
  }
