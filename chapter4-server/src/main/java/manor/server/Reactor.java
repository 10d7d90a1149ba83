package manor.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.http.Desk;
import manor.http.RequestContext;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Socket;

/**
 * One thread, one question, thousands of connections:
 *
 * <pre>
 *   +--> wait: who is ready? --> for each: listener -> accept
 *   |                                      connection -> its callback
 *   |                                      knock -> someone wants us to stop
 *   +--- close whose time is up &lt;--+
 * </pre>
 *
 * <p>Invariants: nothing but the wait ever waits; whatever fails on a connection ends that
 * connection only; every connection in {@code contexts} is open and known to the kernel.
 *
 * <p>Threads: one runs it; {@link #stop} from any.
 */
final class Reactor {
  /** The seed of all keys: the listener's token, and one less for the knock. */
  static final long LISTENER = 100;

  static final long KNOCK = 99;

  private static final int EVENTS = 1024;
  private static final long SWEEP_NANOS = 50_000_000;
  private static final long PAUSE_NANOS = 10_000_000;

  private final Clock clock;
  private final Duration grace;
  private final ServerObserver observer;
  private final Desk desk;
  private final Epoll epoll;
  private final EventFd knock;
  private final Acceptor acceptor;
  private final Contexts contexts = new Contexts();
  private final Events events = new Events(EVENTS);
  private final List<RequestContext> due = new ArrayList<>();
  private final Consumer<Socket> welcome = this::welcome;
  private long lastKey = LISTENER;
  private long now;
  private long nextSweep;
  private long graceEnds;
  private boolean descriptorFreed;
  private boolean stopping;
  private volatile boolean stopRequested;

  /**
   * Makes everything a reactor needs; on failure nothing of it stays open but the listener, which
   * is the caller's until then.
   */
  Reactor(
      Kernel kernel,
      Clock clock,
      Socket listener,
      ServerOptions options,
      Desk desk,
      ServerObserver observer)
      throws ErrnoException {
    this.clock = clock;
    this.grace = options.grace();
    this.observer = observer;
    this.desk = desk;
    this.epoll = Epoll.create(kernel, clock);
    try {
      this.knock = EventFd.create(kernel);
    } catch (ErrnoException failed) {
      epoll.close();
      throw failed;
    }
    try {
      epoll.addInterest(knock.fd(), new Token(KNOCK), Interest.READABLE);
      this.acceptor = new Acceptor(listener, new Token(LISTENER), epoll, clock, observer);
    } catch (ErrnoException failed) {
      knock.close();
      epoll.close();
      throw failed;
    }
    this.now = clock.nanos();
    this.nextSweep = now + SWEEP_NANOS;
  }

  /** Serves until {@link #stop}, then until the answers in flight are out. */
  // tag::run[]
  void run() {
    while (!isFinished()) {
      turn();
    }
    close();
  }

  // end::run[]

  /** Closes every descriptor, whatever is in flight. */
  void close() {
    contexts.forEach(RequestContext::close);
    acceptor.close();
    knock.close();
    epoll.close();
  }

  /** One turn of the loop. */
  // tag::turn[]
  void turn() {
    int ready = await();
    // tag::clock[]
    now = clock.nanos();
    desk.beginTurn(now);
    // end::clock[]
    for (int i = 0; i < ready; i++) {
      dispatch(events.key(i));
    }
    lookAround();
    // tag::count[]
    if (ready > 0) {
      observer.requestsInFlight(contexts.size());
    }
    // end::count[]
  }

  // end::turn[]

  /** What no event tells. */
  // tag::look-around[]
  private void lookAround() {
    if (stopRequested && !stopping) {
      beginToStop();
    }
    if (nextSweep - now <= 0) {
      sweep();
    }
    admitWaiting();
    acceptor.resume(now, descriptorFreed);
    descriptorFreed = false;
  }

  // end::look-around[]

  private int await() {
    try {
      return epoll.wait(events, timeout());
    } catch (ErrnoException failed) {
      observer.waitFailed(failed);
      clock.pause(PAUSE_NANOS);
      return 0;
    }
  }

  private long timeout() {
    if (contexts.size() == 0 && !acceptor.isPaused() && !stopping) {
      return Epoll.FOREVER;
    }
    long until = acceptor.isPaused() ? Math.min(nextSweep, acceptor.resumeAt()) : nextSweep;
    until = stopping ? Math.min(until, graceEnds) : until;
    return Math.max(0, until - now);
  }

  // tag::dispatch[]
  private void dispatch(long key) {
    if (key == LISTENER) {
      acceptor.accept(welcome);
    } else if (key == KNOCK) {
      answerKnock();
    } else {
      RequestContext context = contexts.get(key);
      if (context != null) {
        serve(context);
      }
    }
  }

  // end::dispatch[]

  // tag::serve[]
  private void serve(RequestContext context) {
    try {
      if (context.state() == RequestContext.State.ANSWERING) {
        context.writeCallback(epoll);
      } else {
        context.readCallback(epoll);
      }
    } catch (RuntimeException | Error thrown) {
      context.abort(thrown);
    }
    keepOrForget(context);
  }

  // end::serve[]

  private void welcome(Socket connection) {
    long key = ++lastKey;
    observer.newClient(key, acceptor.peer() == null ? null : acceptor.peer().get());
    try {
      RequestContext context = new RequestContext(desk, connection, new Token(key));
      epoll.addInterest(context.fd(), context.token(), context.interest());
      contexts.add(context);
      keepOrForget(context);
    } catch (ErrnoException refused) {
      observer.lost(key, refused);
      turnAway(connection, key);
    } catch (OutOfMemoryError full) {
      observer.handlerFailed(key, full);
      turnAway(connection, key);
    }
  }

  private void turnAway(Socket connection, long key) {
    connection.close();
    observer.closed(key);
  }

  /** Calls a connection back for a reason of our own; what it throws ends that connection only. */
  private void call(RequestContext context, BiConsumer<RequestContext, Epoll> callback) {
    try {
      callback.accept(context, epoll);
    } catch (RuntimeException | Error thrown) {
      context.abort(thrown);
    }
    keepOrForget(context);
  }

  /** Connections that waited for memory go on, as far as it lasts. */
  private void admitWaiting() {
    RequestContext context = desk.nextAdmitted();
    while (context != null) {
      call(context, RequestContext::memoryCallback);
      context = desk.nextAdmitted();
    }
  }

  /** After a callback: forgets a closed connection, and notes when patience with it ends. */
  // tag::keep-or-forget[]
  private void keepOrForget(RequestContext context) {
    if (context.state() == RequestContext.State.CLOSED) {
      contexts.remove(context.token().value());
      descriptorFreed = true;
      observer.closed(context.token().value());
    } else if (context.deadline() - nextSweep < 0) {
      nextSweep = context.deadline();
    }
  }

  // end::keep-or-forget[]

  // tag::sweep[]
  /** Looks at every connection's deadline; rarely, for the earliest decides when to look again. */
  // tag::look-and-call[]
  private void sweep() {
    nextSweep = Long.MAX_VALUE;
    contexts.forEach(this::noteDeadline);
    for (RequestContext context : due) {
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = Math.max(nextSweep, now + SWEEP_NANOS);
  }

  // end::look-and-call[]

  // tag::note-deadline[]
  private void noteDeadline(RequestContext context) {
    if (context.deadline() - now <= 0) {
      due.add(context);
    } else {
      nextSweep = Math.min(nextSweep, context.deadline());
    }
  }

  // end::note-deadline[]
  // end::sweep[]

  private void answerKnock() {
    try {
      knock.drain();
    } catch (ErrnoException failed) {
      observer.waitFailed(failed);
    }
  }

  /** Asks the loop to finish what is in flight and end. Any thread, any number of times. */
  // tag::stop[]
  void stop() {
    stopRequested = true;
    try {
      knock.knock();
    } catch (ErrnoException failed) {
      observer.waitFailed(failed);
    }
  }

  // end::stop[]

  // tag::begin-to-stop[]
  private void beginToStop() {
    acceptor.accept(welcome);
    acceptor.close();
    stopping = true;
    graceEnds = now + grace.toNanos();
    desk.stop();
    contexts.forEach(due::add);
    for (RequestContext context : due) {
      call(context, RequestContext::stopCallback);
    }
    due.clear();
  }

  // end::begin-to-stop[]

  // tag::is-finished[]
  boolean isFinished() {
    return stopping && (contexts.size() == 0 || now - graceEnds >= 0);
  }

  // end::is-finished[]
}
