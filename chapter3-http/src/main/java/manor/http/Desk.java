package manor.http;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import manor.syscall.Memory;

/**
 * What all connections of one reactor share, for it serves one at a time: the inbox that bytes are
 * read into, the outbox that answers are put together in, the pool for what is left unfinished, the
 * rules, and the time. A connection that is at rest owns nothing here; so ten thousand of them cost
 * next to nothing.
 *
 * <p>Threads: the reactor's.
 */
public final class Desk {
  private static final int INBOX = 1 << 17;
  private static final int SPARE_PARSERS = 64;

  private final Handler handler;
  private final ConnectionObserver observer;
  private final Limits limits;
  private final Timeouts timeouts;
  private final DateHeader date;
  private final Outbox outbox;
  private final BufferPool pool;
  private final Memory inbox = Memory.allocate(INBOX);
  private final Memory filePosition = Memory.allocate(Long.BYTES);
  private final ArrayDeque<RequestParser> parsers = new ArrayDeque<>();
  private final ArrayDeque<RequestContext> waiting = new ArrayDeque<>();
  private long now;
  private boolean stopping;

  /**
   * A desk for one reactor.
   *
   * @param time for the Date field
   */
  public Desk(
      Handler handler,
      ConnectionObserver observer,
      Limits limits,
      Timeouts timeouts,
      InstantSource time) {
    this.handler = handler;
    this.observer = observer;
    this.limits = limits;
    this.timeouts = timeouts;
    this.date = new DateHeader(time);
    this.outbox = new Outbox(date);
    this.pool = new BufferPool(limits.buffered());
  }

  /** A turn of the reactor begins at this moment of its monotonic clock. */
  public void beginTurn(long nanos) {
    now = nanos;
    date.update();
  }

  /** From now on every answer is its connection's last. */
  public void stop() {
    stopping = true;
  }

  /** The pool that unfinished business is kept in. */
  public BufferPool pool() {
    return pool;
  }

  void waitForMemory(RequestContext context) {
    waiting.add(context);
  }

  /**
   * The next connection that waited for memory and has it now, first come first served.
   *
   * @return null when none does; otherwise its {@link RequestContext#memoryCallback} is due
   */
  public RequestContext nextAdmitted() {
    RequestContext first = waiting.peek();
    while (first != null && first.state() != RequestContext.State.WAITING) {
      waiting.remove();
      first = waiting.peek();
    }
    return first != null && first.isAdmitted() ? waiting.remove() : null;
  }

  RequestParser takeParser(ByteBuffer bytes, int start) {
    RequestParser parser = parsers.isEmpty() ? new RequestParser(limits) : parsers.pop();
    parser.begin(bytes, start);
    return parser;
  }

  void give(RequestParser parser) {
    if (parsers.size() < SPARE_PARSERS) {
      parsers.push(parser);
    }
  }

  Handler handler() {
    return handler;
  }

  ConnectionObserver observer() {
    return observer;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  Outbox outbox() {
    return outbox;
  }

  Memory inbox() {
    return inbox;
  }

  Memory filePosition() {
    return filePosition;
  }

  long now() {
    return now;
  }

  boolean isStopping() {
    return stopping;
  }
}
