  @Override
  public Poll<T> poll(Context context) throws Exception {
    int count = futures.size();
    for (int i = 0; i < count; i++) {
      Future<? extends T> one = futures.get((start + i) % count);
      try {
        Poll<? extends T> poll = one.poll(context);
        if (poll.isReady()) {
          T value = poll.get();
          drop();
          if (value != null) {
            return Poll.ready(value);
          }
        }
      } catch (Throwable failed) {
        drop();
        throw failed;
      }
    }
    start = (start + 1) % count;
    return Poll.pending();
  }

  @Override
  public void drop() {
    List<? extends Future<? extends T>> all = futures;
    futures = List.of();
    all.forEach(Future::drop);
  }
