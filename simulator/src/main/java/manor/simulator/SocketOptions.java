package manor.simulator;

import java.net.Inet4Address;
import java.net.InetAddress;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * What setsockopt(2) has set on one socket, as far as the book's programs ask: socket(7), tcp(7),
 * ipv6(7). Linux doubles the buffer sizes it is given, for its own book-keeping, and so does this.
 */
final class SocketOptions {
  private static final int LINGER_SIZE = 2 * Integer.BYTES;
  private static final int LARGEST_BUFFER = 212_992;
  private static final int SMALLEST_SEND_BUFFER = 4_608;
  private static final int SMALLEST_RECEIVE_BUFFER = 2_304;

  private static final int USUAL_BUFFER = 212_992;

  private final int domain;
  private boolean datagrams;
  private boolean reuseAddress;
  private boolean reusePort;
  private boolean keepAlive;
  private boolean noDelay;
  private boolean v6Only;
  private boolean linger;
  private int lingerSeconds;
  private int sendBuffer;
  private int receiveBuffer;

  SocketOptions(int domain, int sendBuffer, int receiveBuffer) {
    this.domain = domain;
    this.sendBuffer = sendBuffer;
    this.receiveBuffer = receiveBuffer;
  }

  /** What a socket for datagrams begins with: Linux gives it net.core.wmem_default. */
  static SocketOptions ofDatagrams(int domain) {
    SocketOptions options = new SocketOptions(domain, USUAL_BUFFER, USUAL_BUFFER);
    options.datagrams = true;
    return options;
  }

  /** What an accepted connection takes over from its listener. */
  SocketOptions copy() {
    SocketOptions copy = new SocketOptions(domain, sendBuffer, receiveBuffer);
    copy.reuseAddress = reuseAddress;
    copy.reusePort = reusePort;
    copy.keepAlive = keepAlive;
    copy.noDelay = noDelay;
    copy.v6Only = v6Only;
    copy.linger = linger;
    copy.lingerSeconds = lingerSeconds;
    return copy;
  }

  int set(int level, int option, Memory value, int length, boolean isBound) {
    if (!isKnownLevel(level)) {
      return domain == Linux.AF_UNIX ? -Errno.EOPNOTSUPP : -Errno.ENOPROTOOPT;
    }
    if (length < Integer.BYTES) {
      return -Errno.EINVAL;
    }
    int number = value.getInt(0);
    return switch (level) {
      case Linux.SOL_SOCKET -> setSocket(option, number, value, length);
      case Linux.IPPROTO_TCP -> setTcp(option, number);
      default -> setIpv6(option, number, isBound);
    };
  }

  private boolean isKnownLevel(int level) {
    return level == Linux.SOL_SOCKET
        || level == Linux.IPPROTO_TCP && domain != Linux.AF_UNIX && !datagrams
        || level == Linux.IPPROTO_IPV6 && domain == Linux.AF_INET6;
  }

  private int setSocket(int option, int number, Memory value, int length) {
    switch (option) {
      case Linux.SO_REUSEADDR -> reuseAddress = number != 0;
      case Linux.SO_KEEPALIVE -> keepAlive = number != 0;
      case Linux.SO_SNDBUF -> sendBuffer = buffer(number, SMALLEST_SEND_BUFFER);
      case Linux.SO_RCVBUF -> receiveBuffer = buffer(number, SMALLEST_RECEIVE_BUFFER);
      case Linux.SO_REUSEPORT -> {
        if (domain == Linux.AF_UNIX && number != 0) {
          return -Errno.EOPNOTSUPP;
        }
        reusePort = number != 0;
      }
      case Linux.SO_LINGER -> {
        if (length < LINGER_SIZE) {
          return -Errno.EINVAL;
        }
        linger = number != 0;
        lingerSeconds = linger ? value.getInt(Integer.BYTES) : lingerSeconds;
      }
      default -> {
        return -Errno.ENOPROTOOPT;
      }
    }
    return 0;
  }

  private static int buffer(int asked, int smallest) {
    int doubled = 2 * (int) Math.min(Integer.toUnsignedLong(asked), LARGEST_BUFFER);
    return Math.max(doubled, smallest);
  }

  private int setTcp(int option, int number) {
    if (option != Linux.TCP_NODELAY) {
      return -Errno.ENOPROTOOPT;
    }
    noDelay = number != 0;
    return 0;
  }

  private int setIpv6(int option, int number, boolean isBound) {
    if (option != Linux.IPV6_V6ONLY) {
      return -Errno.ENOPROTOOPT;
    }
    if (isBound) {
      return -Errno.EINVAL;
    }
    v6Only = number != 0;
    return 0;
  }

  /** The value asked for, as at most two ints; {@code error} is the socket's own. */
  int get(int level, int option, int error, Memory value, Memory length) {
    if (!isKnownLevel(level)) {
      boolean asIpv6 = datagrams && domain == Linux.AF_INET6;
      return asIpv6 ? -Errno.ENOPROTOOPT : -Errno.EOPNOTSUPP;
    }
    int room = length.getInt(0);
    if (room < 0) {
      return -Errno.EINVAL;
    }
    Integer number = number(level, option, error);
    if (number == null) {
      return -Errno.ENOPROTOOPT;
    }
    boolean isLinger = level == Linux.SOL_SOCKET && option == Linux.SO_LINGER;
    Memory answer = Memory.allocate(isLinger ? LINGER_SIZE : Integer.BYTES);
    answer.putInt(0, number);
    if (isLinger) {
      answer.putInt(Integer.BYTES, lingerSeconds);
    }
    int count = Math.min(room, answer.size());
    value.bytes().put(0, answer.bytes(), 0, count);
    length.putInt(0, count);
    return 0;
  }

  private Integer number(int level, int option, int error) {
    return switch (level) {
      case Linux.SOL_SOCKET -> socketNumber(option, error);
      case Linux.IPPROTO_TCP -> option == Linux.TCP_NODELAY ? number(noDelay) : null;
      default -> option == Linux.IPV6_V6ONLY ? number(v6Only) : null;
    };
  }

  private Integer socketNumber(int option, int error) {
    return switch (option) {
      case Linux.SO_ERROR -> error;
      case Linux.SO_REUSEADDR -> number(reuseAddress);
      case Linux.SO_REUSEPORT -> number(reusePort);
      case Linux.SO_KEEPALIVE -> number(keepAlive);
      case Linux.SO_SNDBUF -> sendBuffer;
      case Linux.SO_RCVBUF -> receiveBuffer;
      case Linux.SO_LINGER -> number(linger);
      default -> null;
    };
  }

  private static Integer number(boolean flag) {
    return flag ? 1 : 0;
  }

  /** Whether close is to cut the connection: SO_LINGER with no time at all. */
  boolean closesAbruptly() {
    return linger && lingerSeconds == 0;
  }

  /** Whether two sockets may share a port, neither of them listening, or both sharing it openly. */
  boolean mayShareWith(SocketOptions other, boolean otherListens) {
    return reuseAddress && other.reuseAddress && !otherListens || reusePort && other.reusePort;
  }

  /** A socket bound to one address hears of no other, and so of no IPv4 one. */
  void becomeV6Only() {
    v6Only = true;
  }

  /** Whether a socket that is bound to {@code held} is meant by {@code host}. */
  boolean covers(InetAddress held, InetAddress host) {
    boolean sameFamily = held instanceof Inet4Address == host instanceof Inet4Address;
    boolean dual = domain == Linux.AF_INET6 && !v6Only;
    return held.equals(host) || held.isAnyLocalAddress() && (sameFamily || dual);
  }

  int sendBuffer() {
    return sendBuffer;
  }

  int receiveBuffer() {
    return receiveBuffer;
  }
}
