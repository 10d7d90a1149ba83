package manor.io;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/** A future with an end to patience: done in time, or failed with TimeoutException and dropped. */
final class Timeout<T> implements Future<T> {
  private final Future<T> inner;
  private final Future<Void> sleep;
  private final Duration patience;

  Timeout(Future<T> inner, Future<Void> sleep, Duration patience) {
    this.inner = inner;
    this.sleep = sleep;
    this.patience = patience;
  }

  /** The work first: what is done at the last moment is done. */
  @Override
  public Poll<T> poll(Context context) throws Exception {
    boolean going = false;
    try {
      Poll<T> poll = inner.poll(context);
      if (poll.isReady()) {
        return poll;
      }
      if (sleep.poll(context).isReady()) {
        throw new TimeoutException("not done within " + patience);
      }
      going = true;
      return Poll.pending();
    } finally {
      if (!going) {
        drop();
      }
    }
  }

  @Override
  public void drop() {
    inner.drop();
    sleep.drop();
  }
}
