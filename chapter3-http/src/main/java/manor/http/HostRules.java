package manor.http;

import java.nio.ByteBuffer;

/** What a Host field and the authority of a target may be: RFC 9110 section 7.2, RFC 3986 3.2. */
final class HostRules {
  private static final int MAX_PORT = 65535;

  private HostRules() {}

  /** Whether the bytes are {@code uri-host [ ":" port ]}, with a host that is not empty. */
  static boolean isValid(ByteBuffer bytes, int start, int end) {
    int port =
        start < end && bytes.get(start) == '['
            ? endOfLiteral(bytes, start, end)
            : endOfName(bytes, start, end);
    return port > start && isPort(bytes, port, end);
  }

  private static int endOfName(ByteBuffer bytes, int start, int end) {
    int at = start;
    while (at < end && Octets.isHost(bytes.get(at))) {
      if (bytes.get(at) == '%' && !isEscape(bytes, at, end)) {
        return start;
      }
      at++;
    }
    return at;
  }

  private static boolean isEscape(ByteBuffer bytes, int at, int end) {
    return at + 2 < end && Octets.hex(bytes.get(at + 1)) >= 0 && Octets.hex(bytes.get(at + 2)) >= 0;
  }

  /** Behind the {@code ]} of an IPv6 address, or {@code start} when it is none. */
  private static int endOfLiteral(ByteBuffer bytes, int start, int end) {
    int at = start + 1;
    int colons = 0;
    while (at < end && isLiteral(bytes.get(at))) {
      colons += bytes.get(at) == ':' ? 1 : 0;
      at++;
    }
    return at < end && bytes.get(at) == ']' && colons >= 2 ? at + 1 : start;
  }

  private static boolean isLiteral(byte octet) {
    return Octets.hex(octet) >= 0 || octet == ':' || octet == '.';
  }

  /** Nothing, or a colon and digits; the digits may be missing. */
  private static boolean isPort(ByteBuffer bytes, int start, int end) {
    if (start == end) {
      return true;
    }
    int port = 0;
    for (int at = start + 1; at < end; at++) {
      if (!Octets.isDigit(bytes.get(at)) || port > MAX_PORT) {
        return false;
      }
      port = port * 10 + bytes.get(at) - '0';
    }
    return bytes.get(start) == ':' && port <= MAX_PORT;
  }
}
