  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    left = 0;
    try {
      for (int i = 0; i < futures.size(); i++) {
        Poll<? extends T> poll = futures.get(i).poll(context);
        if (poll.isReady()) {
          values.set(i, poll.get());
        } else {
          left++;
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
