package manor.http;

import java.nio.ByteBuffer;

/**
 * Reads a request from bytes that come in pieces, and gives the same answer however they are cut.
 * It does no input or output: feed it by hand, from a socket, from a fuzzer.
 *
 * <p>Call {@link #next} again and again with what there is; each call goes one {@link Step} on:
 *
 * <pre>
 *   HEAD --> CONTENT, CONTENT, ... --> COMPLETE        at any place: NEED_INPUT or INVALID
 * </pre>
 *
 * <p>Invariant: until HEAD has been answered, the bytes from the request's first one on are kept
 * together; they may be moved, if {@link #moved} says where to. After that only the head's must be.
 *
 * <p>Threads: one.
 */
public final class RequestParser {
  /** How far {@link RequestParser#next} came. */
  public enum Step {
    /** All bytes are used, or kept as part of an unfinished head; more must come. */
    NEED_INPUT,
    /** The head is complete and sound. */
    HEAD,
    /** There is content from {@link #contentStart} to {@link #contentEnd}. */
    CONTENT,
    /** The request is complete; the next byte belongs to the next one. */
    COMPLETE,
    /** The bytes are no request; {@link #failure} says what to answer before closing. */
    INVALID
  }

  private enum Phase {
    LINE,
    FIELDS,
    HEAD_DONE,
    FIXED,
    CHUNKED,
    INVALID
  }

  private final Limits limits;
  private final RequestLineParser line;
  private final FieldParser fields;
  private final ChunkedDecoder chunks;
  private final Framing framing = new Framing();
  private final Request request = new Request();
  private Phase phase;
  private int base;
  private int position;
  private int contentStart;
  private int contentEnd;
  private long left;
  private long received;
  private Status failure;

  /** A parser that refuses what goes beyond {@code limits}. */
  public RequestParser(Limits limits) {
    this.limits = limits;
    this.line = new RequestLineParser(limits.requestLine());
    this.fields = new FieldParser(limits);
    this.chunks = new ChunkedDecoder(limits);
  }

  /** Begins a new request whose first byte will be at {@code start}. */
  public void begin(ByteBuffer bytes, int start) {
    phase = Phase.LINE;
    base = start;
    position = start;
    received = 0;
    failure = null;
    line.reset();
    fields.reset();
    framing.reset();
    request.begin(bytes, start);
  }

  /** The bytes of the request so far have been moved: its first one is now at {@code start}. */
  public void moved(ByteBuffer bytes, int start) {
    position += start - base;
    base = start;
    request.moved(bytes, start);
  }

  /**
   * Goes one step on.
   *
   * @param from the first byte not yet used, as {@link #position} said after the last call
   * @param end behind the last byte there is
   */
  // tag::next[]
  public Step next(ByteBuffer bytes, int from, int end) {
    position = from;
    return switch (phase) {
      case LINE -> line(bytes, end);
      case FIELDS -> fields(bytes, end);
      case HEAD_DONE -> afterHead(bytes, end);
      case FIXED -> fixed(end);
      case CHUNKED -> chunked(bytes, end);
      case INVALID -> Step.INVALID;
    };
  }

  // end::next[]

  private Step line(ByteBuffer bytes, int end) {
    position = line.parse(bytes, base, position, end);
    if (line.failure() != null) {
      return invalid(line.failure());
    }
    if (!line.isDone()) {
      return Step.NEED_INPUT;
    }
    request.line(line);
    Status refused = RequestTarget.locate(bytes, base, line, request);
    if (refused != null) {
      return invalid(refused);
    }
    phase = Phase.FIELDS;
    return fields(bytes, end);
  }

  private Step fields(ByteBuffer bytes, int end) {
    int stop = Math.min(end, base + limits.head());
    while (!fields.isDone()) {
      position = fields.parse(bytes, base, position, stop);
      if (fields.failure() != null) {
        return invalid(fields.failure());
      }
      if (fields.hasField()) {
        field(bytes);
      } else if (!fields.isDone()) {
        return position >= base + limits.head()
            ? invalid(Status.HEADER_FIELDS_TOO_LARGE)
            : Step.NEED_INPUT;
      }
    }
    Status refused = framing.verdict(request.minorVersion(), limits);
    phase = Phase.HEAD_DONE;
    return refused == null ? Step.HEAD : invalid(refused);
  }

  /** Notes a field, without the space around its value. */
  private void field(ByteBuffer bytes) {
    int start = base + fields.valueStart;
    int end = base + fields.valueEnd;
    while (start < end && Octets.isWhitespace(bytes.get(start))) {
      start++;
    }
    while (start < end && Octets.isWhitespace(bytes.get(end - 1))) {
      end--;
    }
    request.fields().add(fields.nameStart, fields.nameEnd, start - base, end - base);
    framing.field(bytes, base + fields.nameStart, base + fields.nameEnd, start, end);
  }

  private Step afterHead(ByteBuffer bytes, int end) {
    if (framing.isChunked()) {
      phase = Phase.CHUNKED;
      chunks.reset();
      return chunked(bytes, end);
    }
    phase = Phase.FIXED;
    left = Math.max(0, framing.contentLength());
    return fixed(end);
  }

  // tag::fixed[]
  private Step fixed(int end) {
    if (left == 0) {
      return complete();
    }
    int count = (int) Math.min(left, end - position);
    left -= count;
    return content(position, position + count);
  }

  // end::fixed[]

  private Step chunked(ByteBuffer bytes, int end) {
    position = chunks.parse(bytes, position, end);
    if (chunks.failure() != null) {
      return invalid(chunks.failure());
    }
    if (chunks.isDone()) {
      return complete();
    }
    return content(chunks.contentStart, chunks.contentEnd);
  }

  private Step content(int start, int end) {
    if (start == end) {
      return Step.NEED_INPUT;
    }
    contentStart = start;
    contentEnd = end;
    position = end;
    received += end - start;
    return Step.CONTENT;
  }

  private Step complete() {
    request.received(received);
    return Step.COMPLETE;
  }

  private Step invalid(Status why) {
    failure = why;
    phase = Phase.INVALID;
    return Step.INVALID;
  }

  /** The first byte not yet used. */
  public int position() {
    return position;
  }

  /** Where the content of the last {@link Step#CONTENT} begins. */
  public int contentStart() {
    return contentStart;
  }

  /** Behind the last byte of that content. */
  public int contentEnd() {
    return contentEnd;
  }

  /** What to answer to the request that is none, or null. */
  public Status failure() {
    return failure;
  }

  /** The request; its head from {@link Step#HEAD} on, all of it at {@link Step#COMPLETE}. */
  public Request request() {
    return request;
  }

  /** Bytes of content that came so far. */
  public long received() {
    return received;
  }

  /** Whether only blank lines have come, which are no request: RFC 9112 section 2.2. */
  public boolean isBlank() {
    return phase == Phase.LINE && line.isBlank();
  }

  /** Whether the head was complete, so that only its bytes must be kept and not what follows. */
  public boolean isPastHead() {
    return phase.compareTo(Phase.HEAD_DONE) >= 0;
  }

  /** Whether the answer must not have content: the method is HEAD, RFC 9110 section 9.3.2. */
  public boolean isHead() {
    return line.isHead();
  }

  /** Bytes of the body as announced, or -1 when it was not. */
  public long contentLength() {
    return framing.contentLength();
  }

  /** Whether a body follows the head. */
  public boolean hasBody() {
    return framing.hasBody();
  }

  /** Whether the client waits for a 100 before it sends the body: RFC 9110 section 10.1.1. */
  public boolean expectsContinue() {
    return framing.expectsContinue(request.minorVersion());
  }

  /** Whether the client means to send more on this connection: RFC 9112 section 9.3. */
  public boolean keepsAlive() {
    return framing.keepsAlive(request.minorVersion());
  }
}
