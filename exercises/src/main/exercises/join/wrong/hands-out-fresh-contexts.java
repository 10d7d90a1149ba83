  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    try {
      for (int i = 0; i < futures.size(); i++) {
        Future<? extends T> future = futures.get(i);
        if (future == null) {
          continue;
        }
        Poll<? extends T> poll = future.poll(Context.of(context.waker()));
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
