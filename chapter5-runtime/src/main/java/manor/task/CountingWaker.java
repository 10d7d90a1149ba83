package manor.task;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A waker that wakes nobody and counts: for tests, and for whoever wants to see what a future does
 * with the waker it is lent.
 *
 * <p>Threads: any.
 */
public final class CountingWaker {
  /** How a waker counts. Its data is the counter. */
  private static final RawWakerVTable VTABLE =
      new RawWakerVTable(
          counter -> ((CountingWaker) counter).cloned(),
          counter -> ((CountingWaker) counter).wokenAndGone(),
          counter -> ((CountingWaker) counter).woken(),
          counter -> ((CountingWaker) counter).gone());

  private final AtomicInteger wakes = new AtomicInteger();
  private final AtomicInteger clones = new AtomicInteger();
  private final AtomicInteger live = new AtomicInteger();
  private final RawWaker rawWaker = new RawWaker(this, VTABLE);
  private final Waker waker = new Waker(rawWaker);

  /** The waker to lend. It is never used up. */
  public Waker waker() {
    return waker;
  }

  /** A context that lends it, without a limit. */
  public Context context() {
    return Context.of(waker);
  }

  /** How often it was woken, since last asked. */
  public int takeWakes() {
    return wakes.getAndSet(0);
  }

  /** How often it was cloned. */
  public int clones() {
    return clones.get();
  }

  /** How many clones are neither woken nor dropped yet. */
  public int live() {
    return live.get();
  }

  @Override
  public String toString() {
    return "a counter";
  }

  // tag::counting[]
  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return rawWaker;
  }

  private void woken() {
    wakes.incrementAndGet();
  }

  private void wokenAndGone() {
    live.decrementAndGet();
    woken();
  }

  private void gone() {
    live.decrementAndGet();
  }
  // end::counting[]
}
