package manor.http;

import java.nio.ByteBuffer;

/** Which of its four forms a request target has, and where its path is: RFC 9112 section 3.2. */
final class RequestTarget {
  private static final String[] SCHEMES = {"http://", "https://"};

  private RequestTarget() {}

  /** Tells the request its path; answers why the target is refused, or null. */
  static Status locate(ByteBuffer bytes, int base, RequestLineParser line, Request request) {
    int start = base + line.targetStart;
    int end = base + line.targetEnd;
    if (request.hasMethod("CONNECT")) {
      return HostRules.isValid(bytes, start, end) ? Status.NOT_IMPLEMENTED : Status.BAD_REQUEST;
    }
    if (bytes.get(start) == '/') {
      return path(bytes, base, start, end, request);
    }
    if (bytes.get(start) == '*' && end - start == 1 && request.hasMethod("OPTIONS")) {
      request.path(line.targetStart, line.targetEnd, line.targetEnd);
      return null;
    }
    return absolute(bytes, base, start, end, request);
  }

  private static Status path(ByteBuffer bytes, int base, int start, int end, Request request) {
    int query = start;
    while (query < end && bytes.get(query) != '?') {
      query++;
    }
    request.path(start - base, query - base, query - base);
    return null;
  }

  /** What is behind the host; no path at all means the root (RFC 9110 section 4.2.3). */
  private static Status pathOrRoot(
      ByteBuffer bytes, int base, int start, int end, Request request) {
    if (start < end && bytes.get(start) == '/') {
      return path(bytes, base, start, end, request);
    }
    int slash = start - base;
    while (bytes.get(base + slash) != '/') {
      slash--;
    }
    request.path(slash, slash + 1, start - base);
    return null;
  }

  private static Status absolute(ByteBuffer bytes, int base, int start, int end, Request request) {
    for (String scheme : SCHEMES) {
      int host = start + scheme.length();
      if (host < end && Octets.equalsIgnoreCase(bytes, start, host, scheme)) {
        int slash = endOfAuthority(bytes, host, end);
        return HostRules.isValid(bytes, host, slash)
            ? pathOrRoot(bytes, base, slash, end, request)
            : Status.BAD_REQUEST;
      }
    }
    return Status.BAD_REQUEST;
  }

  private static int endOfAuthority(ByteBuffer bytes, int start, int end) {
    int at = start;
    while (at < end && bytes.get(at) != '/' && bytes.get(at) != '?') {
      at++;
    }
    return at;
  }
}
