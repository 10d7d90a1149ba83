package manor.syscall;

import static manor.syscall.Syscall.check;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one owner of one descriptor, and the one place where the kernel's numbers get a meaning.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The descriptor is closed exactly once, however often {@link #close} is called. The kernel
 *       gives a freed number to the next who asks, so a second close would shut a stranger's door.
 *   <li>After close {@link #number} is -1, and the kernel answers EBADF to it: stale use harms
 *       nobody.
 *   <li>EINTR is not an answer: the call is made again. Never a close: its number is free already.
 *   <li>A full or empty buffer is no failure: it is the value {@link #WOULD_BLOCK}.
 * </ul>
 *
 * <p>Threads: one at a time, except that any may ask {@link #isClosed}. A close in the middle of
 * another thread's call could lead that call to whoever gets the number next.
 */
public final class Fd implements AutoCloseable {
  /** The answer of a call that would have had to wait: {@code -EAGAIN}, as the kernel says it. */
  public static final int WOULD_BLOCK = -Errno.EAGAIN;

  private final Kernel kernel;
  private final int number;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Takes ownership of a descriptor.
   *
   * @param kernel the kernel that gave the number out
   * @param number an open descriptor that nobody else will close
   */
  public Fd(Kernel kernel, int number) {
    this.kernel = kernel;
    this.number = number;
  }

  /**
   * Takes ownership of what a call answered, if it answered with a descriptor.
   *
   * @throws ErrnoException when {@code answer} is {@code -errno}
   */
  public static Fd of(Kernel kernel, String call, int answer) throws ErrnoException {
    return new Fd(kernel, check(call, answer));
  }

  /** The kernel's number for it, or -1 once closed. */
  public int number() {
    return closed.get() ? -1 : number;
  }

  /** The kernel it belongs to. */
  public Kernel kernel() {
    return kernel;
  }

  /**
   * Reads what is there, at most {@code length} bytes: read(2).
   *
   * @return the bytes read, 0 at end of file, or {@link #WOULD_BLOCK}
   * @throws ErrnoException ECONNRESET, ETIMEDOUT, EBADF (closed), ...
   */
  // tag::read[]
  public int read(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.read(number(), memory, offset, length);
    } while (answer == -Errno.EINTR);
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("read", answer);
  }

  // end::read[]

  /**
   * Writes what there is room for, at most {@code length} bytes: write(2).
   *
   * @return the bytes written, perhaps fewer than {@code length}, or {@link #WOULD_BLOCK}
   * @throws ErrnoException EPIPE, ECONNRESET, EBADF (closed), ...
   */
  public int write(Memory memory, int offset, int length) throws ErrnoException {
    int answer;
    do {
      answer = kernel.write(number(), memory, offset, length);
    } while (answer == -Errno.EINTR);
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("write", answer);
  }

  /**
   * Sends bytes of a file without bringing them into the program: sendfile(2).
   *
   * @param file a regular file, open for reading
   * @param position 8 bytes: where in the file to start; moved on by what was sent
   * @return the bytes sent, 0 at the file's end, or {@link #WOULD_BLOCK}
   * @throws ErrnoException EPIPE, ECONNRESET, EIO, ...
   */
  public int sendfile(Fd file, Memory position, int count) throws ErrnoException {
    int answer;
    do {
      answer = kernel.sendfile(number(), file.number(), position, count);
    } while (answer == -Errno.EINTR);
    return answer == WOULD_BLOCK ? WOULD_BLOCK : check("sendfile", answer);
  }

  /** Gives the number back to the kernel, once. What close(2) answers changes nothing. */
  // tag::close[]
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      kernel.close(number);
    }
  }

  // end::close[]

  /** Whether {@link #close} has been called. */
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public String toString() {
    return "fd " + number + (isClosed() ? " (closed)" : "");
  }
}
