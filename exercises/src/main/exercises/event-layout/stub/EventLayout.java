package manor.exercises.eventlayout;

import manor.exercises.Todo;
import manor.syscall.Memory;

/**
 * Where the fields of {@code struct epoll_event} stand, on one kind of machine.
 *
 * @param dataOffset where the token begins, in bytes from the start of its event
 * @param size how many bytes one event takes, and how far the next one is
 */
record EventLayout(int dataOffset, int size) {
  /** The layout of a machine, named as the system property {@code os.arch} names it. */
  static EventLayout of(String arch) {
    throw Todo.yours("of: 4 and 12 on x86-64 (amd64, x86_64), 8 and 16 everywhere else.");
  }

  /** The readiness bits of the event at {@code index}. */
  int events(Memory memory, int index) {
    throw Todo.yours("events: the four bytes at the start of the event.");
  }

  /** The token of the event at {@code index}. */
  long data(Memory memory, int index) {
    throw Todo.yours("data: the eight bytes of the token.");
  }

  /** Stores one event at {@code index}. */
  void put(Memory memory, int index, int events, long data) {
    throw Todo.yours("put: the bits and the token, each at its place.");
  }
}
