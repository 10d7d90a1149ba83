package manor.http;

import java.nio.ByteBuffer;

/**
 * Reads field lines, {@code name ":" OWS value OWS CRLF}, up to the empty line that ends them: RFC
 * 9112 section 5. Headers and trailers are both read with it.
 *
 * <pre>
 *   LINE --tchar--> NAME --':'--> VALUE --CR--> LINE_FEED --LF--> (a field) LINE
 *     \--CR--> LAST_LINE_FEED --LF--> DONE       any other byte: INVALID
 * </pre>
 *
 * <p>Rejected because two readers might disagree about them: a space before the colon, a line that
 * goes on in the next (obs-fold), a bare CR or LF, NUL and other control bytes.
 */
final class FieldParser {
  private static final int LINE = 0;
  private static final int NAME = 1;
  private static final int VALUE = 2;
  private static final int LINE_FEED = 3;
  private static final int LAST_LINE_FEED = 4;
  private static final int FIELD = 5;
  private static final int DONE = 6;
  private static final int INVALID = 7;

  private final Limits limits;
  private int state;
  private int length;
  private int count;
  private Status failure;

  int nameStart;
  int nameEnd;
  int valueStart;
  int valueEnd;

  FieldParser(Limits limits) {
    this.limits = limits;
  }

  void reset() {
    state = LINE;
    count = 0;
    length = 0;
    failure = null;
  }

  /** Whether the last {@link #parse} ended behind a whole field. */
  boolean hasField() {
    return state == FIELD;
  }

  boolean isDone() {
    return state == DONE;
  }

  Status failure() {
    return failure;
  }

  /** Reads on, at most to the end of one field; parameters as in {@link RequestLineParser}. */
  int parse(ByteBuffer bytes, int base, int from, int end) {
    if (state == FIELD) {
      state = LINE;
      length = 0;
    }
    int at = from;
    while (at < end && state < FIELD) {
      int before = at;
      at =
          switch (state) {
            case LINE -> line(bytes, base, at);
            case NAME -> name(bytes, base, at, end);
            case VALUE -> value(bytes, base, at, end);
            default -> lineFeed(bytes, at);
          };
      length += at - before;
      if (length > limits.fieldLine() && state < LINE_FEED) {
        state = fail(Status.HEADER_FIELDS_TOO_LARGE);
      }
    }
    return at;
  }

  private int line(ByteBuffer bytes, int base, int at) {
    if (bytes.get(at) == Octets.CR) {
      state = LAST_LINE_FEED;
      return at + 1;
    }
    nameStart = at - base;
    state = NAME;
    if (!Octets.isToken(bytes.get(at))) {
      state = fail(Status.BAD_REQUEST);
    } else if (++count > limits.fields()) {
      state = fail(Status.HEADER_FIELDS_TOO_LARGE);
    }
    return at;
  }

  // tag::name[]
  private int name(ByteBuffer bytes, int base, int from, int end) {
    int stop = stop(from, end);
    int at = from;
    while (at < stop && Octets.isToken(bytes.get(at))) {
      at++;
    }
    if (at == stop) {
      return at;
    }
    // tag::colon[]
    nameEnd = at - base;
    valueStart = nameEnd + 1;
    state = bytes.get(at) == ':' ? VALUE : fail(Status.BAD_REQUEST);
    return at + 1;
    // end::colon[]
  }

  // end::name[]

  private int value(ByteBuffer bytes, int base, int from, int end) {
    int stop = stop(from, end);
    int at = from;
    while (at < stop && Octets.isFieldText(bytes.get(at))) {
      at++;
    }
    if (at == stop) {
      return at;
    }
    valueEnd = at - base;
    state = bytes.get(at) == Octets.CR ? LINE_FEED : fail(Status.BAD_REQUEST);
    return at + 1;
  }

  /** One byte beyond what a line may have is enough to know that it is too long. */
  private int stop(int from, int end) {
    return Math.min(end, from + limits.fieldLine() + 1 - length);
  }

  private int lineFeed(ByteBuffer bytes, int at) {
    if (bytes.get(at) != Octets.LF) {
      state = fail(Status.BAD_REQUEST);
    } else {
      state = state == LINE_FEED ? FIELD : DONE;
    }
    return at + 1;
  }

  private int fail(Status why) {
    failure = why;
    return INVALID;
  }
}
