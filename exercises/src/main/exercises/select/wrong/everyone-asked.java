  @Override
  public Poll<T> poll(Context context) throws Exception {
    int count = futures.size();
    Poll<? extends T> won = Poll.pending();
    try {
      for (int i = 0; i < count; i++) {
        Poll<? extends T> poll = futures.get((start + i) % count).poll(context);
        if (poll.isReady() && won.isPending()) {
          won = poll;
        }
      }
    } catch (Throwable failed) {
      drop();
      throw failed;
    }
    if (won.isReady()) {
      drop();
      return Poll.ready(won.get());
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
