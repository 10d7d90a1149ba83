package manor.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.Memory;

/**
 * The content of a request, kept in pieces from the {@link BufferPool}. A handler may read it, or
 * hand it on as a response's content without copying.
 *
 * <p>Threads: the reactor's, and only while {@link Handler#handle} runs.
 */
public final class Body implements Content {
  private static final int PIECE = 1 << 16;
  private static final int UNKNOWN = 1 << 20;

  private final BufferPool pool;
  private final List<Memory> pieces = new ArrayList<>(1);
  private final long expected;
  private long reserved;
  private long length;

  /** A body of so many bytes, or of unknown length when {@code expected} is negative. */
  Body(BufferPool pool, long expected) {
    this.pool = pool;
    this.expected = expected;
  }

  /** Whether there is room for it when nobody else needs any. */
  boolean canBeKept() {
    return expected <= pool.reservable() && footprint() <= pool.reservable();
  }

  /** Sets room aside, once; false while there is none. */
  boolean reserve() {
    return reserved > 0 || reserve(footprint());
  }

  private boolean reserve(long bytes) {
    boolean done = pool.reserve(bytes);
    reserved += done ? bytes : 0;
    return done;
  }

  /** What its pieces will take from the pool, as far as it is known. */
  private long footprint() {
    if (expected < 0) {
      return Math.min(UNKNOWN, pool.reservable());
    }
    int rest = (int) (expected % PIECE);
    return expected - rest + (rest == 0 ? 0 : BufferPool.sizeFor(rest));
  }

  /** Appends bytes; false when the pool has no more room. */
  boolean append(Memory source, int start, int end) {
    if (length + end - start > reserved && !reserve(UNKNOWN)) {
      return false;
    }
    int at = start;
    while (at < end) {
      int offset = offset(length);
      if (offset == 0 && !addPiece()) {
        return false;
      }
      Memory last = pieces.get(pieces.size() - 1);
      int count = Math.min(end - at, last.size() - offset);
      last.bytes().put(offset, source.bytes(), at, count);
      at += count;
      length += count;
    }
    return true;
  }

  /** All pieces but the last are of one size. */
  private boolean addPiece() {
    long left = expected < 0 ? PIECE : expected - length;
    Memory piece = pool.take((int) Math.min(left, PIECE));
    return piece != null && pieces.add(piece);
  }

  private static int offset(long position) {
    return (int) (position % PIECE);
  }

  void copy(long position, Memory target, int offset, int count) {
    int done = 0;
    while (done < count) {
      Memory piece = pieces.get((int) ((position + done) / PIECE));
      int from = offset(position + done);
      int part = Math.min(count - done, piece.size() - from);
      target.bytes().put(offset + done, piece.bytes(), from, part);
      done += part;
    }
  }

  @Override
  public long length() {
    return length;
  }

  /**
   * A copy on the heap.
   *
   * @throws OutOfMemoryError when the heap has no room for it
   */
  public byte[] toByteArray() {
    ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(length));
    for (Memory piece : pieces) {
      int count = Math.min(piece.size(), copy.remaining());
      copy.put(copy.position(), piece.bytes(), 0, count);
      copy.position(copy.position() + count);
    }
    return copy.array();
  }

  /** Gives the pieces back to the pool. */
  @Override
  public void release() {
    pieces.forEach(pool::give);
    pieces.clear();
    length = 0;
    pool.unreserve(reserved);
    reserved = 0;
  }
}
