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
  private final int firstSize;
  private long reserved;
  private long length;

  /** A body of so many bytes, or of unknown length when {@code expected} is negative. */
  Body(BufferPool pool, long expected) {
    this.pool = pool;
    this.expected = expected < 0 ? UNKNOWN : expected;
    this.firstSize = expected > 0 ? (int) Math.min(expected, PIECE) : PIECE;
  }

  /** Sets room aside, once; false while there is none. */
  boolean reserve() {
    return reserved > 0 || reserve(expected);
  }

  private boolean reserve(long bytes) {
    boolean done = pool.reserve(bytes);
    reserved += done ? bytes : 0;
    return done;
  }

  /** Appends bytes; false when the pool has no more room. */
  boolean append(Memory source, int start, int end) {
    if (length + end - start > reserved && !reserve(UNKNOWN)) {
      return false;
    }
    int at = start;
    while (at < end) {
      int offset = offsetInLast();
      Memory last = offset == 0 ? null : pieces.get(pieces.size() - 1);
      if (last == null) {
        last = pool.take(pieces.isEmpty() ? firstSize : PIECE);
        if (last == null) {
          return false;
        }
        pieces.add(last);
      }
      int count = Math.min(end - at, last.size() - offset);
      last.bytes().put(offset, source.bytes(), at, count);
      at += count;
      length += count;
    }
    return true;
  }

  /** Where in the last piece the next byte goes; 0 when a new piece is needed. */
  private int offsetInLast() {
    return (int) place(length)[1];
  }

  /** The index of the piece that holds {@code position}, and the place in it. */
  private long[] place(long position) {
    if (pieces.isEmpty() || position < pieces.get(0).size()) {
      return new long[] {0, position};
    }
    long behindFirst = position - pieces.get(0).size();
    return new long[] {1 + behindFirst / PIECE, behindFirst % PIECE};
  }

  void copy(long position, Memory target, int offset, int count) {
    int done = 0;
    while (done < count) {
      long[] place = place(position + done);
      Memory piece = pieces.get((int) place[0]);
      int part = Math.min(count - done, piece.size() - (int) place[1]);
      target.bytes().put(offset + done, piece.bytes(), (int) place[1], part);
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
