package manor.task;

import java.util.List;

/**
 * Whichever is done first; the others are dropped. The one that is asked first changes from poll to
 * poll, so that one that is always ready cannot shut the others out.
 */
final class Race<T> implements Future<T> {
  private List<? extends Future<? extends T>> futures;
  private int start;

  Race(List<? extends Future<? extends T>> futures) {
    if (futures.isEmpty()) {
      throw new IllegalArgumentException("a race that nobody runs is never won");
    }
    this.futures = List.copyOf(futures);
  }

  // tag::race[]
  @Override
  public Poll<T> poll(Context context) throws Exception {
    int count = futures.size();
    if (count == 0) {
      throw new IllegalStateException("polled after its end");
    }
    for (int i = 0; i < count; i++) {
      Poll<? extends T> poll = pollOne(futures.get((start + i) % count), context);
      if (poll.isReady()) {
        drop();
        return Poll.ready(poll.get());
      }
    }
    start = (start + 1) % count;
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
  // end::race[]
}
