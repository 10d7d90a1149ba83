package manor.io;

import java.io.IOException;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.task.Ledger;
import manor.task.WakeList;

/**
 * The steward: asks the kernel who is ready, writes it where the tasks will look, and sends the
 * messengers who wait there.
 *
 * <pre>
 *   turn: epoll_wait --> for each event: TOKEN_WAKEUP: somebody knocked; the knock did its work
 *                                        TOKEN_SIGNAL: ring for the signals that arrived
 *                                        else: find the ScheduledIo, setReadiness, wake
 *                    --> wake everyone whose moment has come
 * </pre>
 *
 * <p>Invariant: a failing waker keeps no event from its task. An edge is told once.
 *
 * <p>Threads: the one that turns it, from beginning to end; others knock: {@link Handle#knock}.
 */
public final class Driver implements AutoCloseable {
  /** The door: another thread knocked. */
  public static final Token TOKEN_WAKEUP = new Token(0);

  /** The self-pipe: a signal arrived. */
  public static final Token TOKEN_SIGNAL = new Token(1);

  private static final int EVENTS = 1024;

  private final Handle handle;
  private final Events events = new Events(EVENTS);
  private final WakeList wakers = new WakeList();
  private final SecondLook secondLook;

  private Driver(Handle handle, SecondLook secondLook) {
    this.handle = handle;
    this.secondLook = secondLook;
  }

  /**
   * A driver with nothing to drive yet; if it cannot be made, nothing stays open.
   *
   * @throws ErrnoException EMFILE, ENFILE, ENOMEM
   */
  public static Driver open(Kernel kernel, Clock clock, Ledger ledger, SignalSource source)
      throws ErrnoException {
    Epoll epoll = Epoll.create(kernel, clock);
    EventFd door = null;
    try {
      door = EventFd.create(kernel);
      epoll.addInterest(door.fd(), TOKEN_WAKEUP, Interest.READABLE.edge());
    } catch (ErrnoException refused) {
      if (door != null) {
        door.close();
      }
      epoll.close();
      throw refused;
    }
    Handle handle = new Handle(kernel, clock, ledger, source, epoll, door);
    return new Driver(handle, null);
  }

  /** The same driver for a ledger that {@linkplain Ledger#looksTwice looks twice}. */
  public Driver lookingTwice(Kernel untraced) {
    return new Driver(handle, new SecondLook(untraced, handle));
  }

  /** What tasks know of it. */
  public Handle handle() {
    return handle;
  }

  /**
   * Asks once and tells everyone.
   *
   * @param handle the driver's own
   * @param maxWaitNanos how long to sleep at most; 0 only looks; {@link Epoll#FOREVER} has no end
   * @throws IOException when the kernel cannot be asked: the runtime has no future
   */
  // tag::turn[]
  public void turn(Handle handle, long maxWaitNanos) throws IOException {
    // tag::look[]
    if (secondLook != null && maxWaitNanos == Epoll.FOREVER) {
      secondLook.look();
    }
    // end::look[]
    handle.ledger().turnStarted(maxWaitNanos);
    int count = handle.epoll().wait(events, handle.timers().limit(maxWaitNanos));
    RuntimeException failure = dispatchAll(handle, count);
    handle.timers().fire();
    // tag::thrown[]
    if (failure != null) {
      throw failure;
    }
    // end::thrown[]
  }

  // end::turn[]

  /** Hands every event on; answers the first failure of a waker, or null. */
  private RuntimeException dispatchAll(Handle handle, int count) throws IOException {
    RuntimeException failure = null;
    for (int i = 0; i < count; i++) {
      try {
        dispatch(handle, events.key(i), events.ready(i).bits());
      } catch (RuntimeException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    return failure;
  }

  /**
   * An edge of the door needs no answer: every write to an eventfd is an edge of its own, also when
   * the counter was not taken back to zero, and it is full only after 2^64 - 2 knocks.
   */
  // tag::dispatch[]
  private void dispatch(Handle handle, long token, int ready) throws IOException {
    handle.ledger().eventTold(token, ready);
    // tag::own[]
    if (token == TOKEN_WAKEUP.value()) {
      return;
    }
    if (token == TOKEN_SIGNAL.value()) {
      handle.signals().deliver();
      return;
    }
    // end::own[]
    ScheduledIo io = handle.find(token);
    if (io != null) {
      io.setReadiness(Tick.SET, ready);
      io.wake(ready, wakers);
    }
  }

  // end::dispatch[]

  /** Tells everyone who waits that nothing will come, and closes every descriptor. */
  @Override
  public void close() {
    handle.close();
  }
}
