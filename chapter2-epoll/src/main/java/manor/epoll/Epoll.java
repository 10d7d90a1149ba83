package manor.epoll;

import static manor.syscall.Syscall.check;

import manor.syscall.EpollEvent;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * The kernel's list of whom a program cares about, and the question "who is ready?": epoll(7).
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A descriptor is removed from the list by the kernel itself once nobody holds it open, so
 *       closing needs no {@link #removeInterest} first.
 *   <li>After {@link #removeInterest} no later {@link #wait} tells of that descriptor; events that
 *       an earlier wait already handed over may still name it.
 *   <li>An interest that is already there is never lost to a failing call.
 * </ul>
 *
 * <p>Threads: one, from beginning to end. Another that wants something knocks: {@link EventFd}.
 */
public final class Epoll implements AutoCloseable {
  /** A timeout that never ends. */
  public static final long FOREVER = -1;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Kernel kernel;
  private final Clock clock;
  private final Fd fd;
  private final Memory event = Memory.allocate(EpollEvent.SIZE);

  private Epoll(Kernel kernel, Clock clock, Fd fd) {
    this.kernel = kernel;
    this.clock = clock;
    this.fd = fd;
  }

  /**
   * A new, empty list, close-on-exec: epoll_create1(2).
   *
   * @param clock measures how much of a timeout is left when a signal interrupts a wait
   * @throws ErrnoException EMFILE, ENFILE, ENOMEM
   */
  // tag::create[]
  public static Epoll create(Kernel kernel, Clock clock) throws ErrnoException {
    int answer = kernel.epoll_create1(Linux.EPOLL_CLOEXEC);
    return new Epoll(kernel, clock, Fd.of(kernel, "epoll_create1", answer));
  }

  // end::create[]

  /**
   * Starts to care about a descriptor: EPOLL_CTL_ADD.
   *
   * @param token comes back with every event of this descriptor
   * @throws ErrnoException EEXIST (already there), EPERM (a plain file is always ready and cannot
   *     be waited for), ENOSPC (too many watches), ENOMEM
   */
  // tag::add-interest[]
  public void addInterest(Fd target, Token token, Interest interest) throws ErrnoException {
    control(Linux.EPOLL_CTL_ADD, target, token, interest);
  }

  // end::add-interest[]

  /**
   * Changes the interest, or arms a oneshot again: EPOLL_CTL_MOD. Readiness that is there already
   * is told by the next wait, even to an edge.
   *
   * @throws ErrnoException ENOENT (never added), ENOMEM
   */
  // tag::other-interests[]
  public void modifyInterest(Fd target, Token token, Interest interest) throws ErrnoException {
    // tag::modify-interest[]
    control(Linux.EPOLL_CTL_MOD, target, token, interest);
    // end::modify-interest[]
  }

  // end::other-interests[]

  /**
   * Stops caring: EPOLL_CTL_DEL.
   *
   * @throws ErrnoException ENOENT (never added), EBADF (closed already)
   */
  public void removeInterest(Fd target) throws ErrnoException {
    int number = target.number();
    check("epoll_ctl", kernel.epoll_ctl(fd.number(), Linux.EPOLL_CTL_DEL, number, null));
  }

  // tag::control[]
  private void control(int operation, Fd target, Token token, Interest interest)
      throws ErrnoException {
    EpollEvent.put(event, 0, interest.bits(), token.value());
    check("epoll_ctl", kernel.epoll_ctl(fd.number(), operation, target.number(), event));
  }

  // end::control[]

  /**
   * Waits until someone is ready, then fills in {@code events}: epoll_wait(2). A signal does not
   * end the wait early: it goes on with what is left of the timeout.
   *
   * @param timeoutNanos how long at most, rounded up to a millisecond; 0 only looks; {@link
   *     #FOREVER} has no end
   * @return how many events there are, 0 when the time ran out
   * @throws ErrnoException EBADF once closed
   */
  // tag::wait[]
  public int wait(Events events, long timeoutNanos) throws ErrnoException {
    events.filled(0);
    long start = timeoutNanos > 0 ? clock.nanos() : 0;
    int answer = ask(events, timeoutNanos);
    while (answer == -Errno.EINTR) {
      answer = ask(events, left(timeoutNanos, start));
    }
    events.filled(check("epoll_wait", answer));
    return answer;
  }

  // end::wait[]

  /** A timeout of 0, and one without an end, stay what they are. */
  // tag::left[]
  private long left(long timeoutNanos, long start) {
    return timeoutNanos > 0 ? Math.max(0, timeoutNanos - (clock.nanos() - start)) : timeoutNanos;
  }

  // end::left[]

  // tag::ask[]
  private int ask(Events events, long timeoutNanos) {
    return kernel.epoll_wait(fd.number(), events.memory(), events.capacity(), millis(timeoutNanos));
  }

  // end::ask[]

  /** Rounds up: a timer that is due in a microsecond must not be asked for a thousand times. */
  private static int millis(long nanos) {
    if (nanos < 0) {
      return -1;
    }
    long whole = nanos / NANOS_PER_MILLI + (nanos % NANOS_PER_MILLI == 0 ? 0 : 1);
    return (int) Math.min(whole, Integer.MAX_VALUE);
  }

  /** Gives the list back to the kernel, once. It would not end a wait in another thread. */
  @Override
  public void close() {
    fd.close();
  }

  /** The descriptor of the list itself. */
  public Fd fd() {
    return fd;
  }
}
