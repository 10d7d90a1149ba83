package manor.io;

import java.io.IOException;
import manor.epoll.Interest;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * The clerk: one who owns a descriptor and its registration, and turns calls that may find nothing
 * into polls that say Pending. Reads and writes are those of a stream; datagrams, which come one a
 * call however large they are, go through the {@linkplain #registration registration}.
 *
 * <p>Closing it tells everyone who still waits: their calls fail, none hangs.
 *
 * <p>Threads: the runtime's.
 *
 * @param <S> what owns the descriptor: a socket, an end of a pipe
 */
public final class PollEvented<S extends AutoCloseable> implements AutoCloseable {
  /** What a connection is registered for. */
  public static final Interest BOTH_WAYS =
      Interest.READABLE.and(Interest.WRITABLE).and(Interest.PEER_CLOSED);

  private final S io;
  private final Fd fd;
  private final Registration registration;

  /**
   * Takes {@code io} over and registers it; if that fails, {@code io} is closed.
   *
   * @param fd the descriptor that {@code io} owns
   * @param interest everything that will ever be waited for
   * @throws ErrnoException EPERM (a plain file), ENOSPC, ENOMEM
   */
  public PollEvented(Handle handle, S io, Fd fd, Interest interest) throws ErrnoException {
    this.io = io;
    this.fd = fd;
    try {
      this.registration = handle.register(fd, interest);
    } catch (ErrnoException refused) {
      fd.close();
      throw refused;
    }
  }

  /** What it owns. */
  public S io() {
    return io;
  }

  /** Its registration. */
  public Registration registration() {
    return registration;
  }

  // tag::poll-read[]
  /** Polls for bytes: how many were read, 0 at the end. The latest reader is the one woken. */
  public Poll<Integer> pollRead(Context context, Memory memory, int offset, int length)
      throws IOException {
    return registration.pollIo(
        context, Direction.READ, new Transfer(fd, Direction.READ, memory, offset, length));
  }

  // end::poll-read[]

  /** Polls for room: how many bytes were written. The latest writer is the one woken. */
  public Poll<Integer> pollWrite(Context context, Memory memory, int offset, int length)
      throws IOException {
    return registration.pollIo(
        context, Direction.WRITE, new Transfer(fd, Direction.WRITE, memory, offset, length));
  }

  /** The future that reads: how many bytes, 0 at the end. */
  public Future<Integer> read(Memory memory, int offset, int length) {
    return registration.asyncIo(
        Interest.READABLE, new Transfer(fd, Direction.READ, memory, offset, length));
  }

  /** The future that writes: how many bytes, perhaps fewer than {@code length}. */
  public Future<Integer> write(Memory memory, int offset, int length) {
    return registration.asyncIo(
        Interest.WRITABLE, new Transfer(fd, Direction.WRITE, memory, offset, length));
  }

  /** Closes the descriptor, once. Bytes not yet read or written are lost. */
  @Override
  public void close() {
    registration.close();
  }

  @Override
  public String toString() {
    return io.toString();
  }
}
