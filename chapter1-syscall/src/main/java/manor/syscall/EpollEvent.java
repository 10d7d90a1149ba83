package manor.syscall;

/**
 * The layout of {@code struct epoll_event}, epoll_event(3type):
 *
 * <pre>
 *   struct epoll_event {
 *     uint32_t events;   which readiness
 *     uint64_t data;     whatever the program asked to be told
 *   };
 * </pre>
 *
 * <p>On x86-64 it is packed into 12 bytes, so that 32-bit and 64-bit programs agree; everywhere
 * else {@code data} is aligned to 8 and the whole is 16 bytes. A program that gets this wrong reads
 * its second event from the middle of the first.
 */
public final class EpollEvent {
  private EpollEvent() {}

  // tag::layout[]
  /** Where the token begins, in bytes from the start of one event. */
  public static final int DATA = Linux.AARCH64 ? 8 : 4;

  /** How many bytes one event takes, and how far the next one is. */
  public static final int SIZE = DATA + Long.BYTES;

  // end::layout[]

  /** The readiness bits of the event at {@code index}. */
  public static int events(Memory memory, int index) {
    return memory.getInt(index * SIZE);
  }

  /** The program's own number of the event at {@code index}. */
  public static long data(Memory memory, int index) {
    return memory.getLong(index * SIZE + DATA);
  }

  /** Stores one event at {@code index}. */
  public static void put(Memory memory, int index, int events, long data) {
    memory.putInt(index * SIZE, events);
    memory.putLong(index * SIZE + DATA, data);
  }
}
