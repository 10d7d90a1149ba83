package manor.http;

import manor.http.RequestContext.State;

/**
 * How long one connection is still waited for: from the moment its state began, measured by what
 * has moved since, as {@link Timeouts} says.
 *
 * <p>Threads: the reactor's.
 */
final class Patience {
  private final Desk desk;
  private final Incoming incoming;
  private final Outgoing outgoing;
  private long since;
  private long sentBefore;
  private long deadline;

  Patience(Desk desk, Incoming incoming, Outgoing outgoing) {
    this.desk = desk;
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  /** A new state, or the same one for another request: it begins anew. */
  void begin() {
    since = desk.now();
    sentBefore = outgoing.sent();
  }

  /** Something has moved. */
  void renew(State state) {
    Timeouts timeouts = desk.timeouts();
    long now = desk.now();
    deadline =
        switch (state) {
          case READING_HEAD -> since + timeouts.head().toNanos();
          case READING_BODY -> Timeouts.deadline(timeouts.body(), since, now, received());
          case ANSWERING ->
              Timeouts.deadline(timeouts.write(), since, now, outgoing.sent() - sentBefore);
          case CLOSING -> timeouts.endOfLingering(since, now, incoming.dropped());
          default -> now + timeouts.idle().toNanos();
        };
  }

  private long received() {
    return incoming.exchange().parser().received();
  }

  /** When it ends. */
  long deadline() {
    return deadline;
  }

  boolean isOver() {
    return deadline - desk.now() <= 0;
  }
}
