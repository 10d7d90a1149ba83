package manor.io;

import java.io.IOException;
import java.time.Duration;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Interest;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Mishap;
import manor.task.WakeList;

/**
 * What tasks know of the driver: where to register a descriptor, how to wait for a moment or a
 * signal, and where to knock. The {@link Driver} keeps the other side: asking the kernel.
 *
 * <p>Threads: the runtime's, but for {@link #knock}, which may come from any.
 */
public final class Handle {
  private final Kernel kernel;
  private final Ledger ledger;
  private final Epoll epoll;
  private final EventFd door;
  private final Book book = new Book();
  private final Timers timers;
  private final Signals signals;
  private boolean closed;

  Handle(
      Kernel kernel, Clock clock, Ledger ledger, SignalSource source, Epoll epoll, EventFd door) {
    this.kernel = kernel;
    this.ledger = ledger;
    this.epoll = epoll;
    this.door = door;
    this.timers = new Timers(clock, ledger);
    this.signals = new Signals(kernel, epoll, source);
  }

  /** The kernel that everything here asks. */
  public Kernel kernel() {
    return kernel;
  }

  /** Who writes down every step. */
  public Ledger ledger() {
    return ledger;
  }

  // tag::register[]
  /**
   * Puts a descriptor into the driver's book and the kernel's list, edge-triggered.
   *
   * @param interest everything that will ever be waited for
   * @throws ErrnoException EPERM (a plain file), EEXIST, ENOSPC, ENOMEM
   */
  public Registration register(Fd fd, Interest interest) throws ErrnoException {
    ScheduledIo io = book.add(fd, ledger);
    try {
      epoll.addInterest(fd, io.token(), interest.edge());
    } catch (ErrnoException refused) {
      book.remove(io);
      throw refused;
    }
    ledger.registered(io.token().value(), fd.number());
    return new Registration(this, io);
  }

  // end::register[]

  /** Strikes it from the book and tells everyone who waits; false if it was not there. */
  boolean forget(ScheduledIo io) {
    if (!book.remove(io)) {
      return false;
    }
    ledger.deregistered(io.token().value());
    tellTheEnd(io, new WakeList());
    return true;
  }

  /** A waker that fails must not keep a descriptor open. */
  private static void tellTheEnd(ScheduledIo io, WakeList wakers) {
    try {
      io.shutdown(wakers);
    } catch (RuntimeException fault) {
      Mishap.tell(fault);
    }
  }

  /** Done after {@code duration}, counted from now, not from the first poll. */
  public Future<Void> sleep(Duration duration) {
    return sleepUntil(timers.now() + Timers.nanos(duration));
  }

  /** Done when the clock has reached {@code nanos}. */
  public Future<Void> sleepUntil(long nanos) {
    return new Sleep(timers, nanos);
  }

  /** The clock's time. */
  public long now() {
    return timers.now();
  }

  /** The same, but failed with {@code TimeoutException} if it is not done in time. */
  public <T> Future<T> timeout(Duration duration, Future<T> future) {
    return new Timeout<>(future, sleep(duration), duration);
  }

  /** A clock that strikes now, and then after every {@code period}. */
  public Interval interval(Duration period) {
    return new Interval(timers, Timers.nanos(period));
  }

  /**
   * Done at the next signal of this kind from now on. From now on, too, the signal no longer does
   * what it did before, until the runtime is closed.
   *
   * @throws IOException when the signal cannot be had
   */
  public Future<Void> signal(SignalKind kind) throws IOException {
    return signals.next(kind);
  }

  /** Ends the driver's sleep, or its next. Any thread. */
  public void knock() {
    ledger.knocked();
    try {
      door.knock();
    } catch (ErrnoException broken) {
      throw new IllegalStateException("the door of a driver cannot be knocked at", broken);
    }
  }

  /** How many descriptors are registered. */
  public int registrations() {
    return book.size();
  }

  /** How many timers wait. */
  public int timersWaiting() {
    return timers.size();
  }

  Epoll epoll() {
    return epoll;
  }

  EventFd door() {
    return door;
  }

  Timers timers() {
    return timers;
  }

  Signals signals() {
    return signals;
  }

  Book book() {
    return book;
  }

  ScheduledIo find(long token) {
    return book.find(token);
  }

  /** Tells everyone who waits that nothing will come, and closes every descriptor. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    WakeList wakers = new WakeList();
    book.forEach(
        io -> {
          book.remove(io);
          ledger.deregistered(io.token().value());
          tellTheEnd(io, wakers);
          io.fd().close();
        });
    signals.close();
    door.close();
    epoll.close();
  }
}
