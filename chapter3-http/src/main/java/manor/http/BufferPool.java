package manor.http;

import java.util.ArrayDeque;
import java.util.function.IntFunction;
import manor.syscall.Memory;

/**
 * The memory that the connections of one reactor may hold while they are unfinished: partial heads,
 * kept bodies, answers that a slow reader has not taken. What is given back is used again; what
 * would go beyond the limit is refused, so that no number of clients can exhaust the server.
 *
 * <p>Threads: the reactor's.
 */
public final class BufferPool {
  /** The smallest piece, in bytes. */
  public static final int SMALLEST = 1024;

  private static final int SIZES = 12;

  /** The largest piece, in bytes. */
  public static final int LARGEST = SMALLEST << SIZES - 1;

  private final long limit;
  private final IntFunction<Memory> allocator;
  private final ArrayDeque<Memory>[] free;
  private long allocated;
  private long idle;
  private long reserved;

  /** A pool that never hands out more than {@code limit} bytes at a time. */
  public BufferPool(long limit) {
    this(limit, Memory::allocate);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  BufferPool(long limit, IntFunction<Memory> allocator) {
    this.limit = limit;
    this.allocator = allocator;
    this.free = new ArrayDeque[SIZES];
    for (int i = 0; i < SIZES; i++) {
      free[i] = new ArrayDeque<>();
    }
  }

  /** The size class that holds so many bytes: 0 for 1 KiB, 1 for 2 KiB, ... 11 for 2 MiB. */
  private static int sizeClass(int bytes) {
    int kibibytes = (Math.max(bytes, 1) + SMALLEST - 1) / SMALLEST;
    return Integer.SIZE - Integer.numberOfLeadingZeros(kibibytes - 1);
  }

  /** How much memory {@link #take} takes for so many bytes. */
  static int sizeFor(int bytes) {
    return SMALLEST << sizeClass(bytes);
  }

  /**
   * Memory of at least so many bytes, with whatever it last held.
   *
   * @return null when the limit is reached
   * @throws IllegalArgumentException for more than {@link #LARGEST}
   */
  public Memory take(int bytes) {
    int wanted = sizeClass(bytes);
    if (wanted >= SIZES) {
      throw new IllegalArgumentException("no piece is as large as " + bytes + " bytes");
    }
    Memory used = free[wanted].poll();
    if (used != null) {
      idle -= used.size();
      return used;
    }
    return allocate(SMALLEST << wanted);
  }

  private Memory allocate(int size) {
    if (allocated + size > limit) {
      letGoOfIdle();
    }
    if (allocated + size > limit) {
      return null;
    }
    try {
      Memory fresh = allocator.apply(size);
      allocated += size;
      return fresh;
    } catch (OutOfMemoryError less) {
      return null;
    }
  }

  /** Idle pieces of other sizes are left to the garbage collector, to make room. */
  private void letGoOfIdle() {
    for (ArrayDeque<Memory> pieces : free) {
      pieces.clear();
    }
    allocated -= idle;
    idle = 0;
  }

  /** Gives back what {@link #take} handed out. */
  public void give(Memory memory) {
    idle += memory.size();
    free[sizeClass(memory.size())].push(memory);
  }

  /**
   * Sets room aside for a body before the first byte of it is read, so that those that have begun
   * can always be finished. A quarter of the pool is never set aside.
   *
   * @return false when it must wait for others to be done
   */
  boolean reserve(long bytes) {
    if (reserved + bytes > reservable()) {
      return false;
    }
    reserved += bytes;
    return true;
  }

  /** What {@link #reserve} set aside is free again. */
  void unreserve(long bytes) {
    reserved -= bytes;
  }

  /** No body longer than this can ever be kept. */
  long reservable() {
    return limit / 4 * 3;
  }

  /** Bytes handed out now. */
  public long inUse() {
    return allocated - idle;
  }

  /** Bytes that may be handed out at a time. */
  public long limit() {
    return limit;
  }
}
