  @Override
  public Poll<T> poll(Context context) throws Exception {
    int count = futures.size();
    Future<? extends T> one = futures.get(start);
    start = (start + 1) % count;
    try {
      Poll<? extends T> poll = one.poll(context);
      if (poll.isReady()) {
        drop();
        return Poll.ready(poll.get());
      }
    } catch (Throwable failed) {
      drop();
      throw failed;
    }
    return Poll.pending();
  }

  @Override
  public void drop() {
    List<? extends Future<? extends T>> all = futures;
    futures = List.of();
    all.forEach(Future::drop);
  }
