package manor.runtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The tasks that have news, first come first served. The executor's own thread uses a plain queue;
 * the others throw theirs into an inbox, which is emptied once a round.
 *
 * <p>Threads: {@link #throwIn} and {@link #inboxIsEmpty} any; the rest the executor's.
 */
final class RunQueue {
  private final ArrayDeque<Task<?>> own = new ArrayDeque<>();
  private final Queue<Task<?>> inbox = new ConcurrentLinkedQueue<>();

  void add(Task<?> task) {
    own.add(task);
  }

  void throwIn(Task<?> task) {
    inbox.add(task);
  }

  void emptyInbox() {
    for (Task<?> task = inbox.poll(); task != null; task = inbox.poll()) {
      own.add(task);
    }
  }

  /** The next, or null. */
  Task<?> next() {
    return own.poll();
  }

  int size() {
    return own.size();
  }

  boolean inboxIsEmpty() {
    return inbox.isEmpty();
  }
}
