  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    try {
      for (int i = 0; i < futures.size(); i++) {
        Future<? extends T> future = futures.get(i);
        if (future == null) {
          continue;
        }
        Poll<? extends T> poll = askOr(future, i, context);
        if (poll.isReady()) {
          futures.set(i, null);
          values.set(i, poll.get());
          left--;
        }
      }
    } catch (Throwable failed) {
      throw failed;
    }
    return left == 0 ? Poll.ready(values) : Poll.pending();
  }

  private Poll<? extends T> askOr(Future<? extends T> future, int at, Context context)
      throws Exception {
    try {
      return future.poll(context);
    } catch (Throwable failed) {
      for (int i = at + 1; i < futures.size(); i++) {
        Future<?> other = futures.set(i, null);
        if (other != null) {
          other.drop();
        }
      }
      throw failed;
    }
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
