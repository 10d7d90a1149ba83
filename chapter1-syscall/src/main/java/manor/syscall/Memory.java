package manor.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/**
 * Bytes outside the Java heap, at an address that stays put: what a system call may read and fill.
 *
 * <p>It pairs a direct {@link ByteBuffer} with its address, which is taken once. {@link
 * LinuxKernel} hands the address to the C library; everyone else uses the bytes. The buffer is in
 * the machine's own byte order, and every access here is absolute: position and limit are not used.
 *
 * <p>Invariant: the memory lives as long as this object is reachable, and is freed by the garbage
 * collector some time after. Threads: as a {@code ByteBuffer}, one at a time.
 */
public final class Memory {
  // tag::pair[]
  private final ByteBuffer bytes;
  private final long address;

  private Memory(ByteBuffer bytes) {
    this.bytes = bytes;
    this.address = Pointer.wrap(Runtime.getSystemRuntime(), bytes).address();
  }

  // end::pair[]

  /**
   * New memory, all zero.
   *
   * @param size in bytes, 0 or more
   * @throws OutOfMemoryError when the JVM's limit for direct memory is reached
   */
  public static Memory allocate(int size) {
    return new Memory(ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder()));
  }

  /** New memory holding {@code text} in UTF-8 and a final NUL, as C expects a path. */
  public static Memory ofCString(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    Memory memory = allocate(encoded.length + 1);
    memory.bytes.put(0, encoded);
    return memory;
  }

  /** New memory holding a copy of {@code content}. */
  public static Memory copyOf(byte[] content) {
    Memory memory = allocate(content.length);
    memory.bytes.put(0, content);
    return memory;
  }

  /** The bytes, for reading and writing at absolute indexes. Always the same buffer. */
  public ByteBuffer bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  public int size() {
    return bytes.capacity();
  }

  /** The int at {@code offset}, in the machine's byte order. */
  public int getInt(int offset) {
    return bytes.getInt(offset);
  }

  /** Stores an int at {@code offset}, in the machine's byte order. */
  public void putInt(int offset, int value) {
    bytes.putInt(offset, value);
  }

  /** The long at {@code offset}, in the machine's byte order. */
  public long getLong(int offset) {
    return bytes.getLong(offset);
  }

  /** Stores a long at {@code offset}, in the machine's byte order. */
  public void putLong(int offset, long value) {
    bytes.putLong(offset, value);
  }

  /** The NUL-ended text that starts at {@code offset}; for messages. */
  public String cString(int offset) {
    int end = offset;
    while (end < size() && bytes.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - offset];
    bytes.get(offset, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** The same for the first {@code length} bytes, for the calls that have to have an object. */
  Pointer pointer(long length) {
    return Pointer.wrap(Runtime.getSystemRuntime(), address(0, length));
  }

  /** The address of the byte at {@code offset}, once it is certain that {@code length} follow. */
  // tag::address[]
  long address(long offset, long length) {
    return address + Objects.checkFromIndexSize(offset, length, bytes.capacity());
  }
  // end::address[]
}
