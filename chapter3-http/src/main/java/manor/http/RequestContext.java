package manor.http;

import manor.epoll.Epoll;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.http.RequestParser.Step;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Linux;
import manor.syscall.Memory;
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

  private static final int MAX_READS = 16;

  private final Desk desk;
  private final Socket socket;
  private final Token token;
  private final Exchange exchange;
  private final Unfinished unfinished;
  private final Outgoing outgoing;
  private State state = State.KEEPING_ALIVE;
  private Interest interest = Interest.READABLE;
  private boolean waitsForMemory;
  private boolean lastAnswer;
  private boolean inputPending;
  private boolean inputEnded;
  private int unreported;
  private long since;
  private long sentBefore;
  private long dropped;
  private long deadline;

  /**
   * A connection that nothing has come from yet. The caller adds it to an {@link Epoll} with {@link
   * #token} and {@link #interest}.
   */
  public RequestContext(Desk desk, Socket socket, Token token) {
    this.desk = desk;
    this.socket = socket;
    this.token = token;
    this.exchange = new Exchange(desk, token.value());
    this.unfinished = new Unfinished(desk.pool());
    this.outgoing = new Outgoing(desk, socket);
    this.deadline = desk.now() + desk.timeouts().idle().toNanos();
  }

  // tag::callbacks[]
  /** There is something to read. Never throws: what goes wrong ends this connection only. */
  public void readCallback(Epoll epoll) {
    try {
      if (state == State.CLOSING) {
        drop();
      } else if (state == State.WAITING) {
        close();
      } else {
        read();
      }
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  /** There is room to write. Never throws: what goes wrong ends this connection only. */
  public void writeCallback(Epoll epoll) {
    try {
      if (outgoing.pump()) {
        resume();
      }
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  // end::callbacks[]

  /** There is memory for the body that it waited with: see {@link Desk#nextAdmitted}. */
  public void memoryCallback(Epoll epoll) {
    try {
      waitsForMemory = false;
      enter(State.READING_BODY);
      inviteBody(exchange.parser().position() == unfinished.length());
      process(unfinished.memory(), exchange.parser().position(), unfinished.length());
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
    }
  }

  /** Its {@link #deadline} has passed: 408 to an unfinished request, goodbye to one at rest. */
  public void timeoutCallback(Epoll epoll) {
    if (!exchange.isUnderWay() || state == State.ANSWERING) {
      close();
      return;
    }
    try {
      refuse(state == State.WAITING ? Status.SERVICE_UNAVAILABLE : Status.REQUEST_TIMEOUT);
      settle(epoll);
    } catch (ErrnoException gone) {
      lose(gone);
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

  private boolean isReading() {
    return state.compareTo(State.WAITING) < 0 && !lastAnswer;
  }

  // tag::read[]
  private void read() throws ErrnoException {
    int count;
    int room;
    int round = 0;
    do {
      boolean openHead = exchange.hasOpenHead();
      if (openHead && !makeRoom()) {
        return;
      }
      Memory into = openHead ? unfinished.memory() : desk.inbox();
      int offset = openHead ? unfinished.length() : 0;
      room = into.size() - offset;
      count = socket.read(into, offset, room);
      if (count > 0) {
        unfinished.grew(openHead ? count : 0);
        process(into, offset, offset + count);
      } else if (count == 0) {
        endOfInput();
      }
    } while (count == room && isReading() && ++round < MAX_READS);
  }

  // end::read[]

  private boolean makeRoom() {
    if (!unfinished.makeRoom()) {
      refuse(Status.SERVICE_UNAVAILABLE);
      return false;
    }
    exchange.moved(unfinished.memory().bytes());
    return true;
  }

  private void endOfInput() {
    inputEnded = true;
    lastAnswer = true;
    if (state != State.KEEPING_ALIVE) {
      exchange.breakOff(outgoing);
    }
  }

  // tag::process[]
  /** Takes every request that is complete, in order, for as long as answers find room. */
  private void process(Memory in, int from, int to) throws ErrnoException {
    int at = from;
    while (isReading()) {
      if (!exchange.isUnderWay()) {
        if (at == to || !hasRoom()) {
          break;
        }
        exchange.begin(in, at);
      }
      RequestParser parser = exchange.parser();
      Step step = parser.next(in.bytes(), at, to);
      at = parser.position();
      switch (step) {
        case HEAD -> head(in, at, to);
        case CONTENT -> refuseIf(exchange.content(in));
        case COMPLETE -> answer(in);
        case INVALID -> refuse(parser.failure());
        case NEED_INPUT -> {
          await(in, to);
          return;
        }
      }
    }
    if (state != State.WAITING) {
      keepRest(in, at, to);
    }
  }

  // end::process[]

  private boolean hasRoom() throws ErrnoException {
    if (desk.outbox().room() >= Outbox.HEAD || outgoing.pump()) {
      return true;
    }
    enter(State.ANSWERING);
    return false;
  }

  private void head(Memory in, int at, int to) {
    refuseIf(exchange.head(at));
    if (lastAnswer) {
      return;
    }
    if (exchange.isAdmitted()) {
      inviteBody(at == to);
    } else if (keepRequest(in, to)) {
      awaitMemory();
    }
  }

  /** A client that waits for a 100 before it sends the body gets it: RFC 9110 section 10.1.1. */
  private void inviteBody(boolean nothingCameYet) {
    RequestParser parser = exchange.parser();
    if (nothingCameYet && parser.expectsContinue() && parser.hasBody()) {
      desk.outbox().interim();
    }
  }

  private void answer(Memory in) throws ErrnoException {
    boolean clientGoesOn = exchange.parser().keepsAlive();
    lastAnswer = !exchange.answer(outgoing);
    inputPending |= lastAnswer && clientGoesOn;
    if (in != unfinished.memory()) {
      unfinished.release();
    }
    unreported++;
    state = State.KEEPING_ALIVE;
    if (outgoing.hasContent() && !outgoing.pump()) {
      enter(State.ANSWERING);
    }
  }

  private void refuseIf(Status status) {
    if (status != null) {
      refuse(status);
    }
  }

  private void refuse(Status status) {
    exchange.refuse(status, outgoing);
    lastAnswer = true;
    inputPending = true;
  }

  /** More must come: keeps what the request's head stands in. */
  private void await(Memory in, int to) {
    boolean openHead = exchange.hasOpenHead();
    if (openHead || unfinished.isEmpty()) {
      if (!keepRequest(in, openHead ? to : exchange.headEnd())) {
        return;
      }
    }
    State next = openHead ? State.READING_HEAD : State.READING_BODY;
    if (state != next) {
      enter(next);
    }
  }

  private boolean keepRequest(Memory in, int to) {
    if (!unfinished.keep(in, exchange.headStart(), to)) {
      refuse(Status.SERVICE_UNAVAILABLE);
      return false;
    }
    exchange.moved(unfinished.memory().bytes());
    return true;
  }

  /**
   * Requests behind an answer that must wait are kept, while there is memory; behind the last
   * answer they are dropped.
   */
  private void keepRest(Memory in, int at, int to) {
    if (lastAnswer || at == to) {
      inputPending |= at < to;
      unfinished.release();
    } else if (!unfinished.keep(in, at, to)) {
      desk.observer().refused(token.value(), Status.SERVICE_UNAVAILABLE);
      lastAnswer = true;
      inputPending = true;
    }
  }

  /** The way out is free again: goes on where it had to stop. */
  private void resume() throws ErrnoException {
    if (exchange.isUnderWay()) {
      if (waitsForMemory) {
        awaitMemory();
      } else {
        enter(exchange.hasOpenHead() ? State.READING_HEAD : State.READING_BODY);
      }
      return;
    }
    enter(State.KEEPING_ALIVE);
    if (!lastAnswer && !unfinished.isEmpty()) {
      process(unfinished.memory(), 0, unfinished.length());
    } else if (desk.isStopping()) {
      lastAnswer = true;
      inputPending = true;
    }
  }

  private void awaitMemory() {
    waitsForMemory = true;
    enter(State.WAITING);
    desk.waitForMemory(this);
  }

  private void enter(State next) {
    state = next;
    since = desk.now();
    sentBefore = outgoing.sent();
  }

  // tag::settle[]
  /** Ends a callback: the outbox goes out, and the kernel is told what to wait for next. */
  private void settle(Epoll epoll) throws ErrnoException {
    if (state != State.ANSWERING && state != State.CLOSED) {
      flush();
    }
    if (state != State.CLOSED) {
      arm(epoll);
      deadline = nextDeadline();
    }
  }

  private void flush() throws ErrnoException {
    if (!outgoing.pump()) {
      enter(State.ANSWERING);
      return;
    }
    report();
    if (lastAnswer && state != State.CLOSING) {
      sayGoodbye();
    }
  }

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

  // end::settle[]

  private void report() {
    for (; unreported > 0; unreported--) {
      desk.observer().answered(token.value());
    }
  }

  private void sayGoodbye() throws ErrnoException {
    if (inputEnded || !inputPending) {
      close();
      return;
    }
    socket.shutdown(Linux.SHUT_WR);
    unfinished.release();
    enter(State.CLOSING);
  }

  private void drop() throws ErrnoException {
    int count;
    int round = 0;
    do {
      count = socket.read(desk.inbox(), 0, desk.inbox().size());
      dropped += Math.max(0, count);
    } while (count == desk.inbox().size() && ++round < MAX_READS);
    if (count == 0) {
      close();
    }
  }

  private long nextDeadline() {
    Timeouts timeouts = desk.timeouts();
    long now = desk.now();
    return switch (state) {
      case READING_HEAD -> since + timeouts.head().toNanos();
      case READING_BODY ->
          Timeouts.deadline(timeouts.body(), since, now, exchange.parser().received());
      case ANSWERING ->
          Timeouts.deadline(timeouts.write(), since, now, outgoing.sent() - sentBefore);
      case CLOSING -> Timeouts.deadline(timeouts.linger(), since, now, dropped);
      default -> now + timeouts.idle().toNanos();
    };
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
    exchange.end();
    unfinished.release();
    outgoing.release();
    socket.close();
  }

  /** Whether the memory that it waits for is there now, and set aside for it. */
  boolean isAdmitted() {
    return exchange.isAdmitted();
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
    return deadline;
  }
}
