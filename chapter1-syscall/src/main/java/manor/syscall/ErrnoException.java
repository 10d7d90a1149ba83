package manor.syscall;

import java.io.IOException;

/**
 * A system call failed, and this is which one and why. The message reads as strace prints it:
 * {@code write: EPIPE (Broken pipe)}.
 */
public final class ErrnoException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String call;
  private final int errno;

  /**
   * A failure of {@code call}.
   *
   * @param call the system call's name, as its man page has it
   * @param errno the reason, positive; see {@link Errno}
   */
  public ErrnoException(String call, int errno) {
    super(call + ": " + Errno.of(errno));
    this.call = call;
    this.errno = errno;
  }

  /** The name of the system call that failed. */
  public String call() {
    return call;
  }

  /** The reason: a positive number, as {@link Errno#EPIPE}. */
  public int errno() {
    return errno;
  }
}
