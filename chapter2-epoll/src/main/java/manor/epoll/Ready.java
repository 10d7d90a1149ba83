package manor.epoll;

import manor.syscall.Linux;

/**
 * What the kernel says a descriptor is ready for: the {@code events} bits of epoll_wait(2).
 *
 * <p>Readiness is a hint, never a promise. Whoever acts on it must still be prepared for {@code
 * WOULD_BLOCK}: another thread may have been there first, and the kernel may be wrong.
 *
 * @param bits as the kernel filled them in
 */
public record Ready(int bits) {
  /** Ready for nothing. */
  public static final Ready NONE = new Ready(0);

  /** A read will not wait: there are bytes, a connection to accept, or the end of file. */
  // tag::readable[]
  public boolean isReadable() {
    return (bits & (Linux.EPOLLIN | Linux.EPOLLPRI)) != 0;
  }

  // end::readable[]

  /** A write will not wait. */
  public boolean isWritable() {
    return (bits & Linux.EPOLLOUT) != 0;
  }

  /** There is urgent data. */
  public boolean isPriority() {
    return (bits & Linux.EPOLLPRI) != 0;
  }

  /** The peer will send no more: it half-closed, or the connection is gone altogether. */
  public boolean isReadClosed() {
    return (bits & (Linux.EPOLLHUP | Linux.EPOLLRDHUP)) != 0;
  }

  /** Nothing more can be written: both halves are closed, or an error ended the writing side. */
  public boolean isWriteClosed() {
    return (bits & Linux.EPOLLHUP) != 0
        || (bits & (Linux.EPOLLOUT | Linux.EPOLLERR)) == (Linux.EPOLLOUT | Linux.EPOLLERR)
        || bits == Linux.EPOLLERR;
  }

  /** An error is waiting; the next call on the descriptor tells which. */
  public boolean isError() {
    return (bits & Linux.EPOLLERR) != 0;
  }

  /** Ready for what either says. */
  public Ready union(Ready other) {
    return new Ready(bits | other.bits);
  }

  /** Ready for what this says and {@code other} does not. */
  public Ready minus(Ready other) {
    return new Ready(bits & ~other.bits);
  }
}
