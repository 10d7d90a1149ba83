package manor.io;

import static manor.syscall.Linux.EPOLLERR;
import static manor.syscall.Linux.EPOLLHUP;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;
import static manor.syscall.Linux.EPOLLPRI;
import static manor.syscall.Linux.EPOLLRDHUP;

import manor.epoll.Interest;

/** The two ways of a connection, and which readiness sends a task along each of them. */
public enum Direction {
  /** Towards us: bytes, connections to accept, the end of file, errors. */
  READ(EPOLLIN | EPOLLPRI | EPOLLRDHUP | EPOLLHUP | EPOLLERR),

  /** Away from us: room, a connection made, nobody there any more, errors. */
  WRITE(EPOLLOUT | EPOLLHUP | EPOLLERR);

  /** An end stays an end: what a call that would block does not take away. */
  static final int LASTING = EPOLLRDHUP | EPOLLHUP;

  private final int mask;

  Direction(int mask) {
    this.mask = mask;
  }

  int mask() {
    return mask;
  }

  /** Everything that concerns one who has {@code interest}. */
  static int mask(Interest interest) {
    return (interest.isReadable() ? READ.mask : 0) | (interest.isWritable() ? WRITE.mask : 0);
  }
}
