package manor.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.Waker;

/**
 * A whole executor for one future and one thread: poll; if Pending, park; to wake is to unpark.
 *
 * <p>It is also what a virtual thread does: where a plain thread would block, it parks, its carrier
 * goes on to somebody else, and the JDK's own poller unparks it when the descriptor is ready. The
 * difference to a task is where the state is kept while nobody works on it: on a stack that is set
 * aside, or in the fields of a future.
 *
 * <p>Threads: each call has its own; wakers any.
 */
public final class Parker {
  // tag::vtable[]
  /** How a waker wakes a thread. Its data is the parker, and there is nothing to count. */
  private static final RawWakerVTable VTABLE =
      new RawWakerVTable(
          parker -> ((Parker) parker).rawWaker,
          parker -> ((Parker) parker).unpark(),
          parker -> ((Parker) parker).unpark(),
          parker -> {});

  // end::vtable[]

  private final Thread thread = Thread.currentThread();
  private final AtomicBoolean news = new AtomicBoolean();
  private final RawWaker rawWaker = new RawWaker(this, VTABLE);

  private Parker() {}

  /**
   * Waits on this thread until {@code future} is done. It must be one that others bring to its end:
   * a {@link JoinHandle}, a {@link manor.task.Notify}. What waits for a descriptor needs a driver.
   *
   * @throws Exception what the future failed with
   * @throws InterruptedException when the thread is interrupted; the future is dropped
   */
  // tag::block-on[]
  public static <T> T blockOn(Future<T> future) throws Exception {
    Parker parker = new Parker();
    Context context = Context.of(new Waker(parker.rawWaker));
    try {
      Poll<T> poll = future.poll(context);
      while (poll.isPending()) {
        parker.park();
        poll = future.poll(context);
      }
      return poll.get();
    } finally {
      future.drop();
    }
  }

  // end::block-on[]

  private void park() throws InterruptedException {
    while (!news.getAndSet(false)) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private void unpark() {
    news.set(true);
    LockSupport.unpark(thread);
  }

  @Override
  public String toString() {
    return "thread " + thread.getName();
  }
}
