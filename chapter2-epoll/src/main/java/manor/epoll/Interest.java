package manor.epoll;

import manor.syscall.Linux;

/**
 * What a program wants to be told about a descriptor, and how often: epoll_ctl(2).
 *
 * <p>How often is one of three ways:
 *
 * <ul>
 *   <li><b>level</b>, unless said otherwise: every wait tells it, as long as it is so;
 *   <li><b>{@link #edge}</b>: told when it becomes so, and not again until something new happens.
 *       Who is told must read or write until it would block, or wait for ever;
 *   <li><b>{@link #oneshot}</b>: told once, then silent until {@link Epoll#modifyInterest} arms it
 *       again.
 * </ul>
 *
 * <p>Errors and hang-ups are always told; nobody needs to ask.
 *
 * @param bits the {@code events} field as the kernel takes it
 */
public record Interest(int bits) {
  // tag::interests[]
  /** There is something to read, or to accept, or the end of file. */
  public static final Interest READABLE = new Interest(Linux.EPOLLIN);

  /** There is room to write, or a connection has been made. */
  public static final Interest WRITABLE = new Interest(Linux.EPOLLOUT);

  // end::interests[]

  /** There is urgent data: tcp(7). */
  public static final Interest PRIORITY = new Interest(Linux.EPOLLPRI);

  /** The peer will send no more, though it may still read. */
  public static final Interest PEER_CLOSED = new Interest(Linux.EPOLLRDHUP);

  /** Nothing but errors and hang-ups, which are always told. */
  public static final Interest NONE = new Interest(0);

  /** Both this and {@code other}. */
  public Interest and(Interest other) {
    return new Interest(bits | other.bits);
  }

  /** The same, told when it becomes so and not again until something new happens. */
  public Interest edge() {
    return new Interest(bits | Linux.EPOLLET);
  }

  /** The same, told once and then silent until armed again. */
  public Interest oneshot() {
    return new Interest(bits | Linux.EPOLLONESHOT);
  }

  /** Whether reading is asked for. */
  public boolean isReadable() {
    return (bits & Linux.EPOLLIN) != 0;
  }

  /** Whether writing is asked for. */
  public boolean isWritable() {
    return (bits & Linux.EPOLLOUT) != 0;
  }
}
