package manor.http;

import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Linux;
import manor.syscall.Socket;

/**
 * One connection, as a state machine that is never in the middle of anything: each callback does
 * what can be done now and returns.
 *
 * <pre>
 *                  a byte                head, body follows
 *   KEEPING_ALIVE --------> READING_HEAD -----------------> READING_BODY
 *     ^   ^                   | request complete               |
 *     |   +-------------------+--------------------------------+
 *     |                       | the socket takes no more
 *     +------- sent ------ ANSWERING          refused, or the last answer
 *                             |               of this connection is out
 *                             +----------> CLOSING -- end of input --> CLOSED
 * </pre>
 *
 * <p>While an answer waits for room nothing more is read: a slow reader slows only itself. CLOSING
 * has said its last word and drops what still comes, because closing over unread bytes would send a
 * reset that can overtake the answer (RFC 9112 section 9.6).
 *
 * <p>Threads: the reactor's.
 */
public final class RequestContext {
  /** Where a connection stands. */
  public enum State {
    /** At rest: nothing has come since the last answer. */
    KEEPING_ALIVE,
    /** Part of a head has come. */
    READING_HEAD,
    /** The head has come and part of the body is missing. */
    READING_BODY,
    /** The head has come, but other bodies take up all memory; nothing is read until it is free. */
    WAITING,
    /** An answer waits until the socket takes more. */
    ANSWERING,
    /** The last answer is out; what still comes is dropped until the client closes. */
    CLOSING,
    /** The descriptor is closed. */
    CLOSED
  }

  private final Desk desk;
  private final Socket socket;
  private final Token token;
  private final Outgoing outgoing;
  private final Incoming incoming;
  private final Patience patience;
  private State state = State.KEEPING_ALIVE;
  private Interest interest = Interest.READABLE;
  private int reported;
  private int current;

  /**
   * A connection that nothing has come from yet. The caller adds it to an {@link Epoll} with {@link
   * #token} and {@link #interest}.
   */
  public RequestContext(Desk desk, Socket socket, Token token) {
    this.desk = desk;
    this.socket = socket;
    this.token = token;
    this.outgoing = new Outgoing(desk, socket);
    this.incoming = new Incoming(desk, socket, outgoing, token.value());
    this.patience = new Patience(desk, incoming, outgoing);
    patience.renew(state);
  }

  /** There is something to read. Never throws: what goes wrong ends this connection only. */
  // tag::read[]
  public void readCallback(Epoll epoll) {
    try {
      switch (state) {
        case CLOSING -> drop();
        case WAITING -> close();
        default -> incoming.read();
      }
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  // end::read[]

  /** There is room to write. Never throws: what goes wrong ends this connection only. */
  // tag::write[]
  public void writeCallback(Epoll epoll) {
    try {
      if (outgoing.pump()) {
        incoming.resume();
        settle(epoll);
      } else {
        patience.renew(state);
      }
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  // end::write[]

  /** There is memory for the body that it waited with: see {@link Desk#nextAdmitted}. */
  public void memoryCallback(Epoll epoll) {
    try {
      incoming.admit();
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  /** Its {@link #deadline} has passed: 408 to an unfinished request, goodbye to one at rest. */
  public void timeoutCallback(Epoll epoll) {
    if (state == State.ANSWERING) {
      tryForTheLastTime(epoll);
      return;
    }
    if (!incoming.exchange().isUnderWay()) {
      close();
      return;
    }
    try {
      boolean waited = state == State.WAITING;
      incoming.refuse(waited ? Status.SERVICE_UNAVAILABLE : Status.REQUEST_TIMEOUT);
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  /**
   * A slow reader may have made room that nobody was told of: a socket counts as writable only when
   * a third of its send buffer is free, but takes whatever there is room for.
   */
  private void tryForTheLastTime(Epoll epoll) {
    long before = outgoing.sent();
    writeCallback(epoll);
    if (state == State.ANSWERING && (outgoing.sent() == before || patience.isOver())) {
      close();
    }
  }

  /** The server stops: a request that is already here is answered, a connection at rest closed. */
  public void stopCallback(Epoll epoll) {
    if (state == State.KEEPING_ALIVE) {
      readCallback(epoll);
    }
    if (state == State.KEEPING_ALIVE) {
      close();
    }
  }

  /** Ends a callback: the outbox goes out, and the kernel is told what to wait for next. */
  // tag::settle[]
  private void settle(Epoll epoll) throws ErrnoException {
    if (state != State.CLOSING && state != State.CLOSED) {
      boolean blocked = incoming.stop() == Incoming.Stop.NO_ROOM || !outgoing.pump();
      if (!blocked && incoming.isLast()) {
        sayGoodbye();
      } else {
        become(blocked ? State.ANSWERING : reading());
      }
    }
    // tag::next[]
    if (state != State.CLOSED) {
      arm(epoll);
      patience.renew(state);
    }
    // end::next[]
  }

  // end::settle[]

  private State reading() {
    report();
    return switch (incoming.stop()) {
      case AT_REST -> State.KEEPING_ALIVE;
      case IN_HEAD -> State.READING_HEAD;
      case IN_BODY -> State.READING_BODY;
      case NO_MEMORY -> State.WAITING;
      case NO_ROOM -> State.ANSWERING;
    };
  }

  // tag::arm[]
  private void arm(Epoll epoll) throws ErrnoException {
    Interest wanted =
        switch (state) {
          case ANSWERING -> Interest.WRITABLE;
          case WAITING -> Interest.NONE;
          default -> Interest.READABLE;
        };
    if (wanted != interest) {
      epoll.modifyInterest(socket.fd(), token, wanted);
      interest = wanted;
    }
  }

  // end::arm[]

  /** A new state, or the same one for another request: patience begins anew. */
  private void become(State next) {
    if (next == state && current == incoming.requests()) {
      return;
    }
    if (next == State.WAITING) {
      desk.waitForMemory(this);
    }
    state = next;
    current = incoming.requests();
    patience.begin();
  }

  private void report() {
    for (; reported < incoming.answers(); reported++) {
      desk.observer().answered(token.value());
    }
  }

  // tag::goodbye[]
  private void sayGoodbye() throws ErrnoException {
    report();
    if (!incoming.isUnread()) {
      close();
      return;
    }
    socket.shutdown(Linux.SHUT_WR);
    incoming.release();
    become(State.CLOSING);
  }

  // end::goodbye[]

  private void drop() throws ErrnoException {
    if (!incoming.drop()) {
      close();
    }
  }

  private void lose(ErrnoException why) {
    desk.observer().lost(token.value(), why);
    desk.outbox().clear();
    close();
  }

  /** Ends this connection after something that should not have been thrown. */
  public void abort(Throwable thrown) {
    desk.observer().handlerFailed(token.value(), thrown);
    desk.outbox().clear();
    close();
  }

  /** Closes the descriptor and gives everything back; again does nothing. */
  public void close() {
    state = State.CLOSED;
    incoming.release();
    outgoing.release();
    socket.close();
  }

  /** Whether the memory that it waits for is there now, and set aside for it. */
  boolean isAdmitted() {
    return incoming.exchange().isAdmitted();
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** What the kernel is to wait for. */
  public Interest interest() {
    return interest;
  }

  /** Its name. */
  public Token token() {
    return token;
  }

  /** The descriptor. */
  public Fd fd() {
    return socket.fd();
  }

  /** When patience ends, in nanoseconds of the clock that the desk is told. */
  public long deadline() {
    return patience.deadline();
  }
}
