package manor.runtime;

/**
 * Every task of an executor that has not ended, so that none is forgotten when the runtime closes.
 * Linked through the tasks themselves.
 *
 * <p>Threads: any.
 */
final class OwnedTasks {
  private Task<?> first;
  private int size;
  private boolean closed;

  /** Takes a task in; false once closed. */
  synchronized boolean add(Task<?> task) {
    if (closed) {
      return false;
    }
    task.next = first;
    if (first != null) {
      first.previous = task;
    }
    first = task;
    size++;
    return true;
  }

  /** Lets a task go, if it is there. */
  synchronized void remove(Task<?> task) {
    if (task != first && task.previous == null) {
      return;
    }
    if (task.previous == null) {
      first = task.next;
    } else {
      task.previous.next = task.next;
    }
    if (task.next != null) {
      task.next.previous = task.previous;
    }
    task.previous = null;
    task.next = null;
    size--;
  }

  /** Takes no more in. */
  synchronized void close() {
    closed = true;
  }

  /** Any of them, or null when there is none. */
  synchronized Task<?> any() {
    return first;
  }

  synchronized int size() {
    return size;
  }
}
