  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      int answer;
      do {
        answer = kernel.close(number);
      } while (answer == -Errno.EINTR);
    }
  }
