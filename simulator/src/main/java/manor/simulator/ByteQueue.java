package manor.simulator;

import java.nio.ByteBuffer;
import manor.syscall.Memory;

/** Bytes in the order they came: a ring that grows as it must. */
final class ByteQueue {
  private static final int SMALLEST = 64;

  private byte[] ring = new byte[SMALLEST];
  private int first;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    first = 0;
    size = 0;
  }

  /** Puts {@code length} bytes at the end. */
  void add(ByteBuffer source, int offset, int length) {
    reserve(length);
    int at = (first + size) % ring.length;
    int head = Math.min(length, ring.length - at);
    source.get(offset, ring, at, head);
    source.get(offset + head, ring, 0, length - head);
    size += length;
  }

  /** Takes at most {@code length} bytes from the front. */
  int take(Memory memory, int offset, int length) {
    int count = Math.min(length, size);
    int head = Math.min(count, ring.length - first);
    memory.bytes().put(offset, ring, first, head);
    memory.bytes().put(offset + head, ring, 0, count - head);
    drop(count);
    return count;
  }

  /** Takes at most {@code length} bytes from the front. */
  byte[] take(int length) {
    byte[] bytes = new byte[Math.min(length, size)];
    int head = Math.min(bytes.length, ring.length - first);
    System.arraycopy(ring, first, bytes, 0, head);
    System.arraycopy(ring, 0, bytes, head, bytes.length - head);
    drop(bytes.length);
    return bytes;
  }

  /** Moves the first {@code length} bytes to the end of another queue. */
  void moveTo(ByteQueue other, int length) {
    ByteBuffer source = ByteBuffer.wrap(ring);
    int head = Math.min(length, ring.length - first);
    other.add(source, first, head);
    other.add(source, 0, length - head);
    drop(length);
  }

  private void drop(int count) {
    size -= count;
    first = size == 0 ? 0 : (first + count) % ring.length;
  }

  private void reserve(int more) {
    if (size + more > ring.length) {
      byte[] larger = new byte[Math.max(size + more, 2 * ring.length)];
      int head = Math.min(size, ring.length - first);
      System.arraycopy(ring, first, larger, 0, head);
      System.arraycopy(ring, 0, larger, head, size - head);
      ring = larger;
      first = 0;
    }
  }
}
