package manor.net.demo;

import java.util.ArrayDeque;
import manor.syscall.Memory;

/**
 * Memory of one size, lent to guests. What one has given back is lent to the next: memory that the
 * kernel reads and writes is outside the heap, and the collector that would free it comes late.
 *
 * <p>Threads: the runtime's.
 */
final class MemoryShelf {
  private final ArrayDeque<Memory> spare = new ArrayDeque<>();
  private final int size;

  /**
   * A shelf with nothing on it yet.
   *
   * @param size of each memory, in bytes
   */
  MemoryShelf(int size) {
    this.size = size;
  }

  /** Memory that nobody else has; what is in it may be left from somebody before. */
  Memory take() {
    Memory memory = spare.poll();
    return memory == null ? Memory.allocate(size) : memory;
  }

  /** Takes back what {@link #take} gave, once. */
  void giveBack(Memory memory) {
    spare.push(memory);
  }
}
