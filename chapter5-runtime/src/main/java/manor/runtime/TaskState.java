package manor.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a task stands, as bits that any thread may set at any moment.
 *
 * <ul>
 *   <li>NOTIFIED: there is news. Set by every wake; taken off by the executor as it begins to poll.
 *       While it is on, the task is in the run queue, or will be as soon as its poll ends.
 *   <li>RUNNING: the executor polls it. On and off by the executor only.
 *   <li>ABORTED: it shall not be polled again. Never taken off.
 *   <li>COMPLETE: it has ended. Never taken off.
 * </ul>
 *
 * <p>Invariant: a task is in the run queue at most once, because only the change that turns
 * NOTIFIED on, with neither RUNNING nor COMPLETE on, puts it there.
 *
 * <p>Every wake writes, even if it changes nothing: what the waker's thread did before is then
 * visible to the poll that takes NOTIFIED off. Only to look would not be enough.
 *
 * <p>Threads: any.
 */
final class TaskState {
  private static final int NOTIFIED = 1;
  private static final int RUNNING = 2;
  private static final int ABORTED = 4;
  private static final int COMPLETE = 8;

  /** A task is born in the run queue. */
  private final AtomicInteger bits = new AtomicInteger(NOTIFIED);

  /** There is news. Answers whether the caller has to put the task into the run queue. */
  // tag::wake[]
  boolean wake() {
    int before = bits.getAndUpdate(now -> now | NOTIFIED);
    return (before & (NOTIFIED | RUNNING | COMPLETE)) == 0;
  }

  // end::wake[]

  /** The poll begins: news from now on is news. */
  // tag::begin[]
  void begin() {
    bits.updateAndGet(now -> now & ~NOTIFIED | RUNNING);
  }

  // end::begin[]

  /** The poll ended with Pending. Answers whether there was news meanwhile: queue it again. */
  // tag::pause[]
  boolean pause() {
    int before = bits.getAndUpdate(now -> now & ~RUNNING);
    return (before & NOTIFIED) != 0;
  }

  // end::pause[]

  /** It shall not be polled again. Answers whether the caller has to put it into the run queue. */
  boolean abort() {
    int before = bits.getAndUpdate(now -> now | ABORTED | NOTIFIED);
    return (before & (NOTIFIED | RUNNING | COMPLETE)) == 0;
  }

  /** It has ended. Answers false if it had before. */
  boolean complete() {
    int before = bits.getAndUpdate(now -> now & ~RUNNING | COMPLETE);
    return (before & COMPLETE) == 0;
  }

  boolean isAborted() {
    return (bits.get() & ABORTED) != 0;
  }

  boolean isComplete() {
    return (bits.get() & COMPLETE) != 0;
  }
}
