  @Override
  public Poll<T> poll(Context context) throws Exception {
    first = first == null ? context : first;
    int count = futures.size();
    for (int i = 0; i < count; i++) {
      Poll<? extends T> poll = pollOne(futures.get((start + i) % count), first);
      if (poll.isReady()) {
        drop();
        return Poll.ready(poll.get());
      }
    }
    start = (start + 1) % count;
    return Poll.pending();
  }

  private Context first;

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
