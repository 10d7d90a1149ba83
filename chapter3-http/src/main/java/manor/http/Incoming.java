package manor.http;

import manor.http.RequestParser.Step;
import manor.syscall.ErrnoException;
import manor.syscall.Memory;
import manor.syscall.Socket;

/**
 * The way in of one connection: reads what has come, has every complete request answered in order,
 * and keeps what is unfinished until more comes. It never waits; {@link #stop} says what for it
 * would have had to.
 *
 * <p>Threads: the reactor's.
 */
final class Incoming {
  /** Why no more is read now. The first three wait for bytes, the others for something else. */
  enum Stop {
    /** Every request that came is answered. */
    AT_REST,
    /** A head is not complete. */
    IN_HEAD,
    /** A body is not complete. */
    IN_BODY,
    /** Other bodies take up the memory that this one needs. */
    NO_MEMORY,
    /** An answer waits for the socket to take more. */
    NO_ROOM
  }

  private static final int MAX_READS = 16;

  private final Desk desk;
  private final Socket socket;
  private final Outgoing outgoing;
  private final Exchange exchange;
  private final Unfinished unfinished;
  private Stop stop = Stop.AT_REST;
  private boolean last;
  private boolean ended;
  private boolean unread;
  private int requests;
  private int answers;
  private long dropped;

  Incoming(Desk desk, Socket socket, Outgoing outgoing, long key) {
    this.desk = desk;
    this.socket = socket;
    this.outgoing = outgoing;
    this.exchange = new Exchange(desk, key);
    this.unfinished = new Unfinished(desk.pool());
  }

  Stop stop() {
    return stop;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Whether nothing is read any more, because what is answered now is the last. */
  boolean isLast() {
    return last;
  }

  /** Whether bytes may still be on their way that nobody will read. */
  boolean isUnread() {
    return unread && !ended;
  }

  /** How many requests were begun so far; tells one from the next. */
  int requests() {
    return requests;
  }

  /** How many requests were answered so far. */
  int answers() {
    return answers;
  }

  private boolean isReading() {
    return stop.compareTo(Stop.NO_MEMORY) < 0 && !last;
  }

  /** There are bytes: takes them all, or a fair share. */
  // tag::read[]
  void read() throws ErrnoException {
    int round = 0;
    boolean full;
    do {
      full = exchange.hasOpenHead() ? readOn() : readInto(desk.inbox(), 0);
    } while (full && isReading() && ++round < MAX_READS);
  }

  // end::read[]

  /** Reads once, and has what came processed; whether all the room was used. */
  // tag::read-into[]
  private boolean readInto(Memory memory, int offset) throws ErrnoException {
    int room = memory.size() - offset;
    int count = socket.read(memory, offset, room);
    if (count > 0) {
      // tag::grew[]
      unfinished.grew(memory, count);
      // end::grew[]
      process(memory, offset, offset + count);
    } else if (count == 0) {
      end();
    }
    return count == room;
  }

  // end::read-into[]

  /** The rest of an open head, behind what is there. */
  private boolean readOn() throws ErrnoException {
    if (!unfinished.makeRoom()) {
      refuse(Status.SERVICE_UNAVAILABLE);
      return false;
    }
    exchange.moved(unfinished.memory().bytes());
    return readInto(unfinished.memory(), unfinished.length());
  }

  private void end() {
    ended = true;
    last = true;
    if (exchange.isUnderWay()) {
      exchange.breakOff(outgoing);
    }
  }

  /** Takes every request that is complete, in order, for as long as answers find room. */
  private void process(Memory in, int from, int to) throws ErrnoException {
    int at = from;
    while (isReading()) {
      if (!exchange.isUnderWay()) {
        if (at == to || !hasRoom()) {
          break;
        }
        exchange.begin(in, at);
        requests++;
      }
      // tag::dispatch[]
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
      // end::dispatch[]
    }
    if (stop != Stop.NO_MEMORY) {
      keepRest(in, at, to);
    }
  }

  private boolean hasRoom() throws ErrnoException {
    if (desk.outbox().room() >= Outbox.HEAD || outgoing.pump()) {
      return true;
    }
    stop = Stop.NO_ROOM;
    return false;
  }

  private void head(Memory in, int at, int to) {
    refuseIf(exchange.head(at));
    if (last) {
      return;
    }
    if (exchange.isAdmitted()) {
      inviteBody(at == to);
    } else if (keepRequest(in, to)) {
      stop = Stop.NO_MEMORY;
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
    last = !exchange.answer(outgoing);
    answers++;
    unread |= last && clientGoesOn;
    if (in != unfinished.memory()) {
      unfinished.release();
    }
    boolean blocked = outgoing.hasContent() && !outgoing.pump();
    stop = blocked ? Stop.NO_ROOM : Stop.AT_REST;
  }

  private void refuseIf(Status status) {
    if (status != null) {
      refuse(status);
    }
  }

  /** What came cannot be served: says so, and reads no more. */
  void refuse(Status status) {
    exchange.refuse(status, outgoing);
    last = true;
    unread = true;
  }

  /** More must come: keeps what the request's head stands in. Blank lines are nobody's head. */
  private void await(Memory in, int to) {
    if (!exchange.isUnderWay()) {
      unfinished.release();
      stop = Stop.AT_REST;
      return;
    }
    boolean openHead = exchange.hasOpenHead();
    boolean kept = !openHead && !unfinished.isEmpty();
    if (kept || keepRequest(in, openHead ? to : exchange.headEnd())) {
      stop = openHead ? Stop.IN_HEAD : Stop.IN_BODY;
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
    if (last || at == to) {
      unread |= at < to;
      unfinished.release();
    } else if (!unfinished.keep(in, at, to)) {
      exchange.refuseUnheard(Status.SERVICE_UNAVAILABLE);
      last = true;
      unread = true;
    }
  }

  /** The way out is free again: goes on where it had to stop. */
  void resume() throws ErrnoException {
    if (exchange.isUnderWay()) {
      return;
    }
    stop = Stop.AT_REST;
    if (!last && !unfinished.isEmpty()) {
      process(unfinished.memory(), 0, unfinished.length());
    } else if (desk.isStopping()) {
      last = true;
      unread = true;
    }
  }

  /** There is memory for the body now. */
  void admit() throws ErrnoException {
    stop = Stop.IN_BODY;
    int position = exchange.parser().position();
    inviteBody(position == unfinished.length());
    process(unfinished.memory(), position, unfinished.length());
  }

  /** Reads and drops what nobody answers any more; false at the end. */
  boolean drop() throws ErrnoException {
    Memory inbox = desk.inbox();
    int count;
    int round = 0;
    do {
      count = socket.read(inbox, 0, inbox.size());
      dropped += Math.max(0, count);
    } while (count == inbox.size() && ++round < MAX_READS);
    return count != 0;
  }

  /** How many bytes were dropped. */
  long dropped() {
    return dropped;
  }

  /** Gives everything back. */
  void release() {
    exchange.end();
    unfinished.release();
  }
}
