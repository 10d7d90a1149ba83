package manor.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All of them, at once, in one task. Every poll polls all that are not done, so it is meant for a
 * handful; hundreds are better spawned. The first failure drops the others.
 */
final class Join<T> implements Future<List<T>> {
  private final List<Future<? extends T>> futures;
  private final List<T> values;
  private int left;

  Join(List<? extends Future<? extends T>> futures) {
    this.futures = new ArrayList<>(futures);
    this.values = new ArrayList<>(Collections.nCopies(futures.size(), null));
    this.left = futures.size();
  }

  // tag::join[]
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
    return left == 0 ? Poll.ready(values) : Poll.pending();
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

  @Override
  public void drop() {
    for (int i = 0; i < futures.size(); i++) {
      Future<?> future = futures.set(i, null);
      if (future != null) {
        future.drop();
      }
    }
  }
  // end::join[]
}
