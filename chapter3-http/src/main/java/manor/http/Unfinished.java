package manor.http;

import manor.syscall.Memory;

/**
 * The bytes a connection could not finish with: a head that has not all come, or the requests
 * behind an answer that is still on its way. They always start at 0. Empty most of the time.
 */
final class Unfinished {
  private final BufferPool pool;
  private Memory memory;
  private int length;

  Unfinished(BufferPool pool) {
    this.pool = pool;
  }

  Memory memory() {
    return memory;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Keeps these bytes and nothing else; false when the pool has no room for them. */
  boolean keep(Memory source, int from, int to) {
    int count = to - from;
    if (source == memory) {
      if (from > 0) {
        memory.bytes().put(0, source.bytes(), from, count);
      }
      length = count;
      return true;
    }
    release();
    memory = pool.take(count);
    if (memory == null) {
      return false;
    }
    memory.bytes().put(0, source.bytes(), from, count);
    length = count;
    return true;
  }

  /** Makes room for more behind what there is; false when the pool has none. */
  boolean makeRoom() {
    if (length < memory.size()) {
      return true;
    }
    Memory larger = pool.take(memory.size() * 2);
    if (larger == null) {
      return false;
    }
    larger.bytes().put(0, memory.bytes(), 0, length);
    pool.give(memory);
    memory = larger;
    return true;
  }

  /** Bytes were read into a memory; if it is this one, behind what there was. */
  void grew(Memory target, int count) {
    if (target == memory) {
      length += count;
    }
  }

  void release() {
    if (memory != null) {
      pool.give(memory);
      memory = null;
    }
    length = 0;
  }
}
