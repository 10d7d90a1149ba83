package manor.http;

import java.nio.ByteBuffer;

/**
 * What the header fields say about the message itself: how long its body is, whether the connection
 * lives on, what the client expects. RFC 9112 sections 3.2, 6 and 9.
 *
 * <p>Where two readers could come to different lengths there is no length: the request is refused
 * and the connection closed, for that gap is where requests are smuggled through.
 */
final class Framing {
  private static final long NONE = -1;

  private final ListElements elements = new ListElements();
  private long contentLength;
  private int hosts;
  private boolean transferEncoding;
  private boolean chunked;
  private boolean unknownCoding;
  private boolean close;
  private boolean keepAlive;
  private boolean expectsContinue;
  private boolean expectsOther;
  private Status failure;

  void reset() {
    contentLength = NONE;
    hosts = 0;
    transferEncoding = false;
    chunked = false;
    unknownCoding = false;
    close = false;
    keepAlive = false;
    expectsContinue = false;
    expectsOther = false;
    failure = null;
  }

  /** Takes note of one field, when it is one of the few that matter here. */
  void field(ByteBuffer bytes, int nameStart, int nameEnd, int start, int end) {
    switch (nameEnd - nameStart) {
      case 4 -> {
        if (Octets.equalsIgnoreCase(bytes, nameStart, nameEnd, "host")) {
          host(bytes, start, end);
        }
      }
      case 6 -> {
        if (Octets.equalsIgnoreCase(bytes, nameStart, nameEnd, "expect")) {
          expect(bytes, start, end);
        }
      }
      case 10 -> {
        if (Octets.equalsIgnoreCase(bytes, nameStart, nameEnd, "connection")) {
          connection(bytes, start, end);
        }
      }
      case 14 -> {
        if (Octets.equalsIgnoreCase(bytes, nameStart, nameEnd, "content-length")) {
          contentLength(bytes, start, end);
        }
      }
      case 17 -> {
        if (Octets.equalsIgnoreCase(bytes, nameStart, nameEnd, "transfer-encoding")) {
          transferEncoding(bytes, start, end);
        }
      }
      default -> {}
    }
  }

  private void host(ByteBuffer bytes, int start, int end) {
    if (++hosts > 1 || !HostRules.isValid(bytes, start, end)) {
      failure = Status.BAD_REQUEST;
    }
  }

  private void expect(ByteBuffer bytes, int start, int end) {
    if (Octets.equalsIgnoreCase(bytes, start, end, "100-continue")) {
      expectsContinue = true;
    } else {
      expectsOther = true;
    }
  }

  private void connection(ByteBuffer bytes, int start, int end) {
    elements.begin(bytes, start, end);
    while (elements.next()) {
      close |= Octets.equalsIgnoreCase(bytes, elements.start(), elements.end(), "close");
      keepAlive |= Octets.equalsIgnoreCase(bytes, elements.start(), elements.end(), "keep-alive");
    }
  }

  // tag::length[]
  private void contentLength(ByteBuffer bytes, int start, int end) {
    if (contentLength != NONE || start == end) {
      failure = Status.BAD_REQUEST;
      return;
    }
    // tag::digits[]
    long value = 0;
    for (int at = start; at < end; at++) {
      int digit = bytes.get(at) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        failure = Status.BAD_REQUEST;
        return;
      }
      value = value * 10 + digit;
    }
    contentLength = value;
    // end::digits[]
  }

  // end::length[]

  /** Only {@code chunked}, once and last, says where a request ends. */
  private void transferEncoding(ByteBuffer bytes, int start, int end) {
    transferEncoding = true;
    elements.begin(bytes, start, end);
    while (elements.next()) {
      if (chunked || !elements.isToken()) {
        failure = Status.BAD_REQUEST;
      }
      chunked = Octets.equalsIgnoreCase(bytes, elements.start(), elements.end(), "chunked");
      unknownCoding |= !chunked;
    }
  }

  /** Why the whole is refused, or null when it is sound. */
  Status verdict(int minorVersion, Limits limits) {
    if (failure != null || (hosts == 0 && minorVersion > 0)) {
      return Status.BAD_REQUEST;
    }
    // tag::both[]
    if (transferEncoding && (contentLength != NONE || minorVersion == 0 || !chunked)) {
      return Status.BAD_REQUEST;
    }
    // end::both[]
    if (unknownCoding) {
      return Status.NOT_IMPLEMENTED;
    }
    if (expectsOther && minorVersion > 0) {
      return Status.EXPECTATION_FAILED;
    }
    return contentLength > limits.body() ? Status.CONTENT_TOO_LARGE : null;
  }

  boolean isChunked() {
    return chunked;
  }

  /** Bytes of the body, or -1 when no length was given. */
  long contentLength() {
    return contentLength;
  }

  boolean hasBody() {
    return chunked || contentLength > 0;
  }

  boolean expectsContinue(int minorVersion) {
    return expectsContinue && minorVersion > 0;
  }

  /** Whether the client means to send more requests: RFC 9112 section 9.3. */
  boolean keepsAlive(int minorVersion) {
    return !close && (minorVersion > 0 || keepAlive);
  }
}
