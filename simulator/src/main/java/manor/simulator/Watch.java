package manor.simulator;

import manor.syscall.Linux;

/**
 * One epoll instance's interest in one descriptor: epoll_ctl(2).
 *
 * <p>Invariant: a watch whose interest has been used up (oneshot) hears nothing, not even errors,
 * until it is modified.
 */
final class Watch implements Wakeable {
  /** The bits that say how to tell, not what. */
  private static final int MANNER =
      Linux.EPOLLET | Linux.EPOLLONESHOT | Linux.EPOLLEXCLUSIVE | 1 << 29;

  private final SimulatedEpoll epoll;
  private final OpenFile file;
  private final int fd;
  private int interest;
  private long data;

  Watch(SimulatedEpoll epoll, OpenFile file, int fd, int interest, long data) {
    this.epoll = epoll;
    this.file = file;
    this.fd = fd;
    set(interest, data);
  }

  /** Errors and hang-ups are always of interest. */
  void set(int newInterest, long newData) {
    interest = newInterest | Linux.EPOLLERR | Linux.EPOLLHUP;
    data = newData;
  }

  /** What is so at this moment and of interest. */
  int poll() {
    return file.poll() & interest;
  }

  @Override
  public void wake(int key) {
    boolean disarmed = (interest & ~MANNER) == 0;
    boolean cares = key == WakeKey.ANY || (key & interest) != 0;
    if (!disarmed && cares) {
      epoll.mayBeReady(this);
    }
  }

  /** Told once is enough. */
  void disarm() {
    interest &= MANNER;
  }

  boolean isOneshot() {
    return (interest & Linux.EPOLLONESHOT) != 0;
  }

  boolean isEdge() {
    return (interest & Linux.EPOLLET) != 0;
  }

  boolean isExclusive() {
    return (interest & Linux.EPOLLEXCLUSIVE) != 0;
  }

  long data() {
    return data;
  }

  OpenFile file() {
    return file;
  }

  /** Stops watching, on both sides. */
  void end() {
    file.unwatch(this);
    epoll.forget(fd);
  }
}
