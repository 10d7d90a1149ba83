package manor.task;

/** A future that a test asks by hand, and the waker it is lent. */
public final class Asked<T> {
  private final Future<T> future;
  private final CountingWaker counter = new CountingWaker();

  public Asked(Future<T> future) {
    this.future = future;
  }

  public Poll<T> poll() throws Exception {
    return future.poll(counter.context());
  }

  public boolean isPending() throws Exception {
    return poll().isPending();
  }

  /** What it is ready with. */
  public T value() throws Exception {
    return poll().get();
  }

  public void drop() {
    future.drop();
  }

  /** How often it was woken since last asked. */
  public int wakes() {
    return counter.takeWakes();
  }

  /** How many wakers somebody keeps for it. */
  public int wakersLeft() {
    return counter.live();
  }
}
