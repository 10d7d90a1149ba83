package manor.epoll;

import static manor.syscall.Syscall.check;

import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A knock on the door: a counter in the kernel that any thread may raise and that becomes readable
 * when it is above zero: eventfd(2). Added to an {@link Epoll}, it ends a wait from outside.
 *
 * <p>Many knocks before anyone looks are one readiness; none is lost.
 *
 * <p>Threads: {@link #knock} and {@link #close} from any; {@link #drain} from the one that waits.
 * They exclude each other: a knock halfway through a close might reach whoever gets the number
 * next.
 */
public final class EventFd implements AutoCloseable {
  private final Kernel kernel;
  private final Fd fd;
  private final Memory one = Memory.allocate(Long.BYTES);
  private final Memory counter = Memory.allocate(Long.BYTES);

  private EventFd(Kernel kernel, Fd fd) {
    this.kernel = kernel;
    this.fd = fd;
    one.putLong(0, 1);
  }

  /**
   * A new counter at zero, non-blocking and close-on-exec.
   *
   * @throws ErrnoException EMFILE, ENFILE, ENOMEM
   */
  public static EventFd create(Kernel kernel) throws ErrnoException {
    int answer = kernel.eventfd(0, Linux.EFD_NONBLOCK | Linux.EFD_CLOEXEC);
    return new EventFd(kernel, Fd.of(kernel, "eventfd", answer));
  }

  // tag::bell[]
  /**
   * Adds one. A counter too full to take another (EAGAIN) is readable already, and that is all a
   * knock is for; a closed one has nobody behind the door (EBADF).
   *
   * @throws ErrnoException for anything else
   */
  // tag::knock[]
  public synchronized void knock() throws ErrnoException {
    int answer;
    do {
      answer = kernel.write(fd.number(), one, 0, Long.BYTES);
    } while (answer == -Errno.EINTR);
    if (answer != Fd.WOULD_BLOCK && answer != -Errno.EBADF) {
      check("write", answer);
    }
  }

  // end::knock[]

  /**
   * Sets the counter back to zero, so that it is no longer readable.
   *
   * @return how many knocks there were, 0 if none
   */
  // tag::drain[]
  public synchronized long drain() throws ErrnoException {
    return fd.read(counter, 0, Long.BYTES) == Fd.WOULD_BLOCK ? 0 : counter.getLong(0);
  }

  // end::drain[]
  // end::bell[]

  /** The descriptor, to be added to an {@link Epoll}. */
  public Fd fd() {
    return fd;
  }

  /** Gives the counter back to the kernel, once. */
  @Override
  public synchronized void close() {
    fd.close();
  }
}
