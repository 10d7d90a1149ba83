package manor.http;

import java.nio.ByteBuffer;

/**
 * Reads {@code method SP request-target SP HTTP-version CRLF}: RFC 9112 section 3.
 *
 * <pre>
 *   BEFORE --tchar--> METHOD --SP--> TARGET --SP--> VERSION --CR--> LINE_FEED --LF--> DONE
 *     |^
 *     CRLF (a few)                     any other byte: INVALID
 * </pre>
 *
 * <p>It stops wherever the bytes stop and goes on from there, so a line may come in any pieces. All
 * places it remembers count from the start of the line, so the bytes may be moved in between.
 */
final class RequestLineParser {
  private static final int BEFORE = 0;
  private static final int BEFORE_LINE_FEED = 1;
  private static final int METHOD = 2;
  private static final int TARGET = 3;
  private static final int VERSION = 4;
  private static final int LINE_FEED = 5;
  private static final int DONE = 6;
  private static final int INVALID = 7;

  private static final int MAX_METHOD = 64;
  private static final int MAX_BLANK_LINES = 8;
  private static final byte[] VERSION_SHAPE = {'H', 'T', 'T', 'P', '/', '0', '.', '0'};

  private final int targetLimit;
  private int state;
  private int start;
  private int blankLines;
  private int versionLength;
  private int major;
  private int minor;
  private Status failure;

  private boolean head;

  int methodEnd;
  int targetStart;
  int targetEnd;

  RequestLineParser(int limit) {
    this.targetLimit = limit - VERSION_SHAPE.length - 1;
  }

  void reset() {
    state = BEFORE;
    blankLines = 0;
    versionLength = 0;
    failure = null;
    head = false;
  }

  boolean isDone() {
    return state == DONE;
  }

  /** Whether nothing has come but blank lines, and perhaps the half of one. */
  boolean isBlank() {
    return state <= BEFORE_LINE_FEED;
  }

  /** Why the line is invalid, or null. */
  Status failure() {
    return failure;
  }

  /** Whether the method is known to be HEAD, even if the rest of the line is not sound. */
  boolean isHead() {
    return head;
  }

  int minorVersion() {
    return minor;
  }

  /** Where the line starts, behind any blank lines, relative to the request's first byte. */
  int start() {
    return start;
  }

  /**
   * Reads on.
   *
   * @param base where the request's first byte is now
   * @param from the first byte not yet read
   * @param end behind the last byte there is
   * @return the first byte it did not use
   */
  int parse(ByteBuffer bytes, int base, int from, int end) {
    int at = from;
    while (at < end && state < DONE) {
      at =
          switch (state) {
            case BEFORE, BEFORE_LINE_FEED -> before(bytes, base, at);
            case METHOD -> method(bytes, base, at, end);
            case TARGET -> target(bytes, base, at, end);
            case VERSION -> version(bytes, at);
            default -> lineFeed(bytes, at);
          };
    }
    return at;
  }

  private int before(ByteBuffer bytes, int base, int at) {
    byte octet = bytes.get(at);
    if (state == BEFORE_LINE_FEED) {
      state = octet == Octets.LF ? BEFORE : fail(Status.BAD_REQUEST);
      return at + 1;
    }
    if (octet == Octets.CR && blankLines < MAX_BLANK_LINES) {
      blankLines++;
      state = BEFORE_LINE_FEED;
      return at + 1;
    }
    start = at - base;
    state = Octets.isToken(octet) ? METHOD : fail(Status.BAD_REQUEST);
    return at;
  }

  private int method(ByteBuffer bytes, int base, int from, int end) {
    int stop = Math.min(end, base + start + MAX_METHOD + 1);
    int at = from;
    while (at < stop && Octets.isToken(bytes.get(at))) {
      at++;
    }
    methodEnd = at - base;
    if (at < stop) {
      targetStart = methodEnd + 1;
      head = isHead(bytes, base + start, at);
      state = bytes.get(at) == Octets.SP ? TARGET : fail(Status.BAD_REQUEST);
      return at + 1;
    }
    if (methodEnd - start > MAX_METHOD) {
      state = fail(Status.NOT_IMPLEMENTED);
    }
    return at;
  }

  private static boolean isHead(ByteBuffer bytes, int start, int end) {
    return end - start == 4
        && bytes.get(start) == 'H'
        && bytes.get(start + 1) == 'E'
        && bytes.get(start + 2) == 'A'
        && bytes.get(start + 3) == 'D';
  }

  private int target(ByteBuffer bytes, int base, int from, int end) {
    int stop = Math.min(end, base + start + targetLimit + 1);
    int at = from;
    while (at < stop && Octets.isTarget(bytes.get(at))) {
      at++;
    }
    targetEnd = at - base;
    if (at < stop) {
      boolean ended = bytes.get(at) == Octets.SP && targetEnd > targetStart;
      state = ended ? VERSION : fail(Status.BAD_REQUEST);
      return at + 1;
    }
    if (at - base - start > targetLimit) {
      state = fail(Status.URI_TOO_LONG);
    }
    return at;
  }

  private int version(ByteBuffer bytes, int at) {
    byte octet = bytes.get(at);
    if (versionLength == VERSION_SHAPE.length) {
      state = octet == Octets.CR ? LINE_FEED : fail(Status.BAD_REQUEST);
      return at + 1;
    }
    byte expected = VERSION_SHAPE[versionLength];
    if (expected == '0' ? !Octets.isDigit(octet) : octet != expected) {
      state = fail(Status.BAD_REQUEST);
      return at;
    }
    if (expected == '0') {
      major = minor;
      minor = octet - '0';
    }
    versionLength++;
    return at + 1;
  }

  private int lineFeed(ByteBuffer bytes, int at) {
    if (bytes.get(at) != Octets.LF) {
      state = fail(Status.BAD_REQUEST);
    } else {
      state = major == 1 ? DONE : fail(Status.VERSION_NOT_SUPPORTED);
    }
    return at + 1;
  }

  private int fail(Status why) {
    failure = why;
    return INVALID;
  }
}
