package manor.http;

import java.nio.ByteBuffer;
import manor.syscall.Memory;

/**
 * One request being read, and the handler's answer to it. It borrows a parser from the desk for as
 * long as a request is under way, or blank lines that may come before one; at rest it holds
 * nothing.
 */
final class Exchange {
  private static final Response BROKEN_OFF = Response.of(Status.BAD_REQUEST);

  private final Desk desk;
  private final long key;
  private RequestParser parser;
  private Body body;
  private int headStart;
  private int headEnd;

  Exchange(Desk desk, long key) {
    this.desk = desk;
    this.key = key;
  }

  /** The parser of the request under way, or null at rest. */
  RequestParser parser() {
    return parser;
  }

  /** Whether a part of a request has come. Blank lines are none. */
  boolean isUnderWay() {
    return parser != null && !parser.isBlank();
  }

  boolean hasOpenHead() {
    return isUnderWay() && !parser.isPastHead();
  }

  /** Begins a request, or goes on behind blank lines: they are counted, but need not be kept. */
  void begin(Memory in, int start) {
    if (parser == null) {
      parser = desk.takeParser(in.bytes(), start);
    } else {
      parser.moved(in.bytes(), start);
    }
    headStart = start;
  }

  /** The bytes of the request that must be kept have been moved to the start of {@code bytes}. */
  void moved(ByteBuffer bytes) {
    parser.moved(bytes, 0);
    headStart = 0;
  }

  int headStart() {
    return headStart;
  }

  int headEnd() {
    return headEnd;
  }

  /** The head is here, up to {@code end}: why it is refused after all, or null. */
  Status head(int end) {
    headEnd = end;
    if (parser.contentLength() > 0) {
      desk.observer().contentLength(key, parser.contentLength());
    }
    try {
      return desk.handler().keepsBody(parser.request()) ? keepBody() : null;
    } catch (RuntimeException | Error thrown) {
      desk.observer().handlerFailed(key, thrown);
      return Status.INTERNAL_SERVER_ERROR;
    }
  }

  private Status keepBody() {
    body = new Body(desk.pool(), parser.hasBody() ? parser.contentLength() : 0);
    parser.request().body(body);
    return body.canBeKept() ? null : Status.CONTENT_TOO_LARGE;
  }

  /** Whether there is room for the body now; asked again when some has become free. */
  boolean isAdmitted() {
    return body == null || body.reserve();
  }

  /** Content has come: why it is refused, or null. */
  Status content(Memory in) {
    boolean taken = body == null || body.append(in, parser.contentStart(), parser.contentEnd());
    return taken ? null : Status.SERVICE_UNAVAILABLE;
  }

  /** The request is complete: puts the answer in the way out; whether the connection lives on. */
  boolean answer(Outgoing outgoing) {
    Request request = parser.request();
    desk.observer().gotAllData(key, parser.received());
    Response response = handle(request);
    boolean keepAlive = response != null && parser.keepsAlive() && !desk.isStopping();
    if (response == null) {
      response = Refusals.of(Status.INTERNAL_SERVER_ERROR);
    }
    if (response.content() == body) {
      body = null;
    }
    outgoing.put(response, keepAlive, request.minorVersion(), !parser.isHead());
    end();
    return keepAlive;
  }

  private Response handle(Request request) {
    try {
      Response response = desk.handler().handle(request);
      if (response == null) {
        throw new NullPointerException("the handler returned no response");
      }
      return response;
    } catch (RuntimeException | Error thrown) {
      desk.observer().handlerFailed(key, thrown);
      return null;
    }
  }

  /** Puts the answer to what is no request in the way out. */
  void refuse(Status status, Outgoing outgoing) {
    desk.observer().refused(key, status);
    outgoing.put(Refusals.of(status), false, 1, parser == null || !parser.isHead());
    end();
  }

  /** Something is refused that cannot be answered: behind an answer that is not out yet. */
  void refuseUnheard(Status status) {
    desk.observer().refused(key, status);
  }

  /** The input ended in mid request. The method may not even be known, so there is no content. */
  void breakOff(Outgoing outgoing) {
    desk.observer().refused(key, Status.BAD_REQUEST);
    outgoing.put(BROKEN_OFF, false, 1, true);
    end();
  }

  /** Gives everything back. */
  void end() {
    if (body != null) {
      body.release();
      body = null;
    }
    if (parser != null) {
      desk.give(parser);
      parser = null;
    }
  }
}
