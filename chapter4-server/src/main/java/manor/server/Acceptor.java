package manor.server;

import java.util.function.Consumer;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.SockAddr;
import manor.syscall.Socket;

/**
 * The door: accepts until nobody waits any more. When the process or the system has no descriptor
 * left, the listener stays readable and every wait would say so at once; so the door asks the
 * kernel for silence, and opens again when a connection has been closed or a moment has passed.
 * Guests wait in the kernel's backlog meanwhile and none is turned away.
 *
 * <p>Threads: the reactor's.
 */
final class Acceptor {
  private static final int FAIR_SHARE = 256;
  private static final long PAUSE_NANOS = 100_000_000;

  private final Socket listener;
  private final Token token;
  private final Epoll epoll;
  private final Clock clock;
  private final ServerObserver observer;
  private final SockAddr peer;
  private boolean paused;
  private boolean silent;
  private long resumeAt;

  Acceptor(Socket listener, Token token, Epoll epoll, Clock clock, ServerObserver observer)
      throws ErrnoException {
    this.listener = listener;
    this.token = token;
    this.epoll = epoll;
    this.clock = clock;
    this.observer = observer;
    this.peer = observer.wantsAddresses() ? new SockAddr() : null;
    epoll.addInterest(listener.fd(), token, Interest.READABLE);
  }

  // tag::accept[]
  /** Accepts whoever waits, at most a fair share of a turn. */
  // tag::let-in[]
  void accept(Consumer<Socket> welcome) {
    // tag::closed-door[]
    if (paused) {
      waitUnlessSilent();
      return;
    }
    // end::closed-door[]
    for (int i = 0; i < FAIR_SHARE; i++) {
      try {
        Socket connection = listener.accept(peer);
        if (connection == null) {
          return;
        }
        welcome.accept(connection);
      } catch (ErrnoException failed) {
        // tag::misfortune[]
        observer.acceptFailed(failed);
        if (!concernsOneGuest(failed.errno())) {
          pause();
          return;
        }
        // end::misfortune[]
      }
    }
  }

  // end::let-in[]
  // end::accept[]

  /** The kernel would not be silent: then at least do not ask it a million times a second. */
  private void waitUnlessSilent() {
    if (!silent) {
      clock.pause(PAUSE_NANOS / 10);
    }
  }

  /** accept(2): these are that connection's own misfortune; the next one may be fine. */
  private static boolean concernsOneGuest(int errno) {
    return switch (errno) {
      case Errno.ECONNABORTED,
          Errno.ECONNRESET,
          Errno.EPROTO,
          Errno.EPERM,
          Errno.ENOPROTOOPT,
          Errno.EHOSTUNREACH,
          Errno.ENETUNREACH,
          Errno.ENETDOWN,
          Errno.EOPNOTSUPP,
          Errno.ETIMEDOUT,
          Errno.EPIPE ->
          true;
      default -> false;
    };
  }

  /** The address of the guest accepted last; only when the observer wants it. */
  SockAddr peer() {
    return peer;
  }

  // tag::pause[]
  // tag::ask-for-nothing[]
  private void pause() {
    paused = true;
    resumeAt = clock.nanos() + PAUSE_NANOS;
    silent = ask(Interest.NONE);
  }

  // end::ask-for-nothing[]

  /** Opens the door again, if it is time or a descriptor has become free. */
  // tag::ask-again[]
  void resume(long now, boolean descriptorFreed) {
    if (paused && (descriptorFreed || now - resumeAt >= 0)) {
      paused = silent && !ask(Interest.READABLE);
      resumeAt = now + PAUSE_NANOS;
    }
  }

  // end::ask-again[]
  // end::pause[]

  private boolean ask(Interest interest) {
    try {
      epoll.modifyInterest(listener.fd(), token, interest);
      return true;
    } catch (ErrnoException failed) {
      observer.acceptFailed(failed);
      return false;
    }
  }

  boolean isPaused() {
    return paused;
  }

  long resumeAt() {
    return resumeAt;
  }

  /** Closes the door for good. */
  void close() {
    paused = false;
    listener.close();
  }
}
