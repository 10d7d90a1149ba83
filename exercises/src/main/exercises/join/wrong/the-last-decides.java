  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    try {
      for (int i = 0; i < futures.size(); i++) {
        pollOne(i, context);
      }
    } catch (Throwable failed) {
      drop();
      throw failed;
    }
    return futures.isEmpty() || futures.get(futures.size() - 1) == null ? Poll.ready(values) : Poll.pending();
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
