package manor.task;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A bounded channel: many send, one receives (multi-producer, single-consumer), first come, first
 * served. Who finds it full waits: that is how a slow receiver slows its senders down, and memory
 * stays what it is.
 *
 * <p>Invariants: at most {@code capacity} values are in it. What was sent before it was closed is
 * received. Closing wakes everyone who waits, at either end.
 *
 * <p>Threads: any; one receives at a time.
 *
 * @param <T> what is sent, never null
 */
public final class Mpsc<T> implements AutoCloseable {
  private final int capacity;
  private final Deque<T> values = new ArrayDeque<>();
  private final Notify room = new Notify();
  private final WakerSlot waiting = WakerSlot.ofLookers("a channel's next value");
  private boolean closed;

  /**
   * An open, empty channel.
   *
   * @param capacity how many values it holds, at least 1
   */
  public Mpsc(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
    this.capacity = capacity;
  }

  /** The future that sends, when there is room: true; or false, if it was closed first. */
  public Future<Boolean> send(T value) {
    return new Sending(value);
  }

  /** The future of the next value; of null, when it is closed and empty. */
  public Future<T> receive() {
    return new Receiving();
  }

  /** Takes no more in; what is in it may still be received. Any thread, also more than once. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    room.notifyWaiters();
    waiting.wake();
  }

  /** Whether it was taken in; null if there is no room yet. */
  private synchronized Boolean put(T value) {
    if (closed || values.size() == capacity) {
      return closed ? false : null;
    }
    return values.add(value);
  }

  /** Pending while it is open and empty. */
  private synchronized Poll<T> take() {
    return values.isEmpty() && !closed ? Poll.pending() : Poll.ready(values.poll());
  }

  // tag::sending[]
  /** Whoever has left his name for a room looks once more: several may have come free at once. */
  private final class Sending implements Future<Boolean> {
    private final T value;
    private Future<Void> called;

    private Sending(T value) {
      this.value = value;
    }

    @Override
    public Poll<Boolean> poll(Context context) throws Exception {
      if (!context.mayProceed()) {
        return Poll.pending();
      }
      Boolean taken = put(value);
      while (taken == null) {
        called = called == null ? room.notified() : called;
        boolean waits = called.poll(context).isPending();
        taken = put(value);
        if (waits && taken == null) {
          return Poll.pending();
        }
        called = waits ? called : null;
      }
      drop();
      context.spend();
      waiting.wake();
      return Poll.ready(taken);
    }

    @Override
    public void drop() {
      if (called != null) {
        called.drop();
        called = null;
      }
    }
  }

  // end::sending[]

  private final class Receiving implements Future<T> {
    @Override
    public Poll<T> poll(Context context) {
      if (!context.mayProceed()) {
        return Poll.pending();
      }
      Poll<T> poll = take();
      if (poll.isPending()) {
        waiting.store(context.waker());
        poll = take();
      }
      if (poll.isReady()) {
        waiting.clear();
        context.spend();
        room.notifyOne();
      }
      return poll;
    }

    @Override
    public void drop() {
      waiting.clear();
    }
  }
}
