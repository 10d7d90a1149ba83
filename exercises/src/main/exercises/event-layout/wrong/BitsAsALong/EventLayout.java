package manor.exercises.eventlayout;

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
    boolean packed = arch.equals("amd64") || arch.equals("x86_64");
    return packed ? new EventLayout(4, 12) : new EventLayout(8, 16);
  }

  /** The readiness bits of the event at {@code index}. */
  int events(Memory memory, int index) {
    return memory.getInt(index * size);
  }

  /** The token of the event at {@code index}. */
  long data(Memory memory, int index) {
    return memory.getLong(index * size + dataOffset);
  }

  /** Stores one event at {@code index}. */
  void put(Memory memory, int index, int events, long data) {
    memory.putLong(index * size + dataOffset, data);
    memory.putLong(index * size, events);
  }
}
