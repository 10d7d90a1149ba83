  @Override
  public Poll<T> poll(Context context) throws Exception {
    start = (start + 1) % futures.size();
    int count = futures.size();
    for (int i = 0; i < count; i++) {
      Poll<? extends T> poll = pollOne(futures.get((start + i) % count), context);
      if (poll.isReady()) {
        drop();
        return Poll.ready(poll.get());
      }
    }
    
    return Poll.pending();
  }

  private Poll<? extends T> pollOne(Future<? extends T> future, Context context) throws Exception {
    try {
      return future.poll(context);
    } catch (Throwable failed) {
      drop();
      throw failed;
    }
  }

  @Override
  public void drop() {
    List<? extends Future<? extends T>> all = futures;
    futures = List.of();
    all.forEach(Future::drop);
  }
