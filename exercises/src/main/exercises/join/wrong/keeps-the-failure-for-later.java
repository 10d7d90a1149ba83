  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    try {
      for (int i = 0; i < futures.size(); i++) {
        Future<? extends T> future = futures.get(i);
        if (future == null) {
          continue;
        }
        Poll<? extends T> poll;
        try {
          poll = future.poll(context);
        } catch (Throwable failed) {
          trouble = failed;
          futures.set(i, null);
          left--;
          continue;
        }
        if (poll.isReady()) {
          futures.set(i, null);
          values.set(i, poll.get());
          left--;
        }
      }
    } catch (Throwable failed) {
      drop();
      throw failed;
    }
    if (left == 0 && trouble instanceof Exception failure) {
      throw failure;
    }
    if (left == 0 && trouble instanceof Error failure) {
      throw failure;
    }
    return left == 0 ? Poll.ready(values) : Poll.pending();
  }

  @Override
  public void drop() {
    for (int i = 0; i < futures.size(); i++) {
      Future<?> future = futures.set(i, null);
      if (future != null) {
        future.drop();
      }
    }
  }

  private Throwable trouble;
