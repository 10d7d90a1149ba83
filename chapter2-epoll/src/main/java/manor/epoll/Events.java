package manor.epoll;

import manor.syscall.EpollEvent;
import manor.syscall.Memory;

/**
 * The list the kernel fills in at each wait. It is made once and filled again and again, so that
 * waiting leaves no garbage: {@link #key} reads a token's value straight from the kernel's bytes.
 *
 * <p>Threads: the one that waits.
 */
public final class Events {
  private final Memory memory;
  private final int capacity;
  private int count;

  /**
   * An empty list.
   *
   * @param capacity how many events one wait may hand over, at least 1; the rest come with the next
   */
  public Events(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
    this.capacity = capacity;
    this.memory = Memory.allocate(capacity * EpollEvent.SIZE);
  }

  /** How many events the last wait filled in. */
  public int count() {
    return count;
  }

  /** How many one wait may fill in. */
  public int capacity() {
    return capacity;
  }

  /** The token's value of the event at {@code index}, 0 to {@code count() - 1}. */
  // tag::key[]
  public long key(int index) {
    return EpollEvent.data(memory, checked(index));
  }

  // end::key[]

  /** The token of the event at {@code index}. */
  public Token token(int index) {
    return new Token(key(index));
  }

  /** What the descriptor behind the event at {@code index} is ready for. */
  public Ready ready(int index) {
    return new Ready(EpollEvent.events(memory, checked(index)));
  }

  Memory memory() {
    return memory;
  }

  void filled(int events) {
    count = events;
  }

  private int checked(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("event " + index + " of " + count);
    }
    return index;
  }
}
