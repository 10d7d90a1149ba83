  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    Throwable first = null;
    for (int i = 0; i < futures.size(); i++) {
      try {
        pollOne(i, context);
      } catch (Throwable failed) {
        futures.set(i, null);
        first = failed;
      }
    }
    if (first instanceof Error error) {
      drop();
      throw error;
    }
    if (first instanceof Exception failed) {
      drop();
      throw failed;
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

  private void pollOne(int index, Context context) throws Exception {
    Future<? extends T> future = futures.get(index);
    if (future == null) {
      return;
    }
    Poll<? extends T> poll = future.poll(context);
    if (poll.isReady()) {
      futures.set(index, null);
      values.set(index, poll.get());
      left--;
    }
  }
