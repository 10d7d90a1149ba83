package manor.syscall;

import java.util.StringJoiner;

/** The symbols strace prints for numbers, by the prefix their family shares. */
final class TraceNames {
  private record Symbol(String name, int value) {}

  private static final Symbol[] SYMBOLS = {
    new Symbol("AF_UNIX", Linux.AF_UNIX),
    new Symbol("AF_INET", Linux.AF_INET),
    new Symbol("AF_INET6", Linux.AF_INET6),
    new Symbol("SOCK_STREAM", Linux.SOCK_STREAM),
    new Symbol("SOCK_DGRAM", Linux.SOCK_DGRAM),
    new Symbol("SOCK_CLOEXEC", Linux.SOCK_CLOEXEC),
    new Symbol("SOCK_NONBLOCK", Linux.SOCK_NONBLOCK),
    new Symbol("IPPROTO_IP", 0),
    new Symbol("IPPROTO_TCP", Linux.IPPROTO_TCP),
    new Symbol("IPPROTO_UDP", Linux.IPPROTO_UDP),
    new Symbol("SO_REUSEADDR", Linux.SO_REUSEADDR),
    new Symbol("SO_ERROR", Linux.SO_ERROR),
    new Symbol("SO_SNDBUF", Linux.SO_SNDBUF),
    new Symbol("SO_RCVBUF", Linux.SO_RCVBUF),
    new Symbol("SO_KEEPALIVE", Linux.SO_KEEPALIVE),
    new Symbol("SO_LINGER", Linux.SO_LINGER),
    new Symbol("SO_REUSEPORT", Linux.SO_REUSEPORT),
    new Symbol("TCP_NODELAY", Linux.TCP_NODELAY),
    new Symbol("IPV6_V6ONLY", Linux.IPV6_V6ONLY),
    new Symbol("SHUT_RD", Linux.SHUT_RD),
    new Symbol("SHUT_WR", Linux.SHUT_WR),
    new Symbol("SHUT_RDWR", Linux.SHUT_RDWR),
    new Symbol("F_GETFD", Linux.F_GETFD),
    new Symbol("F_SETFD", Linux.F_SETFD),
    new Symbol("F_GETFL", Linux.F_GETFL),
    new Symbol("F_SETFL", Linux.F_SETFL),
    new Symbol("FD_CLOEXEC", Linux.FD_CLOEXEC),
    new Symbol("O_NONBLOCK", Linux.O_NONBLOCK),
    new Symbol("O_DIRECTORY", Linux.O_DIRECTORY),
    new Symbol("O_NOFOLLOW", Linux.O_NOFOLLOW),
    new Symbol("O_CLOEXEC", Linux.O_CLOEXEC),
    new Symbol("AT_EMPTY_PATH", Linux.AT_EMPTY_PATH),
    new Symbol("STATX_BASIC_STATS", Linux.STATX_BASIC_STATS),
    new Symbol("EFD_SEMAPHORE", Linux.EFD_SEMAPHORE),
    new Symbol("EFD_CLOEXEC", Linux.EFD_CLOEXEC),
    new Symbol("EFD_NONBLOCK", Linux.EFD_NONBLOCK),
    new Symbol("EPOLL_CLOEXEC", Linux.EPOLL_CLOEXEC),
    new Symbol("EPOLL_CTL_ADD", Linux.EPOLL_CTL_ADD),
    new Symbol("EPOLL_CTL_DEL", Linux.EPOLL_CTL_DEL),
    new Symbol("EPOLL_CTL_MOD", Linux.EPOLL_CTL_MOD),
    new Symbol("EPOLLIN", Linux.EPOLLIN),
    new Symbol("EPOLLPRI", Linux.EPOLLPRI),
    new Symbol("EPOLLOUT", Linux.EPOLLOUT),
    new Symbol("EPOLLERR", Linux.EPOLLERR),
    new Symbol("EPOLLHUP", Linux.EPOLLHUP),
    new Symbol("EPOLLRDHUP", Linux.EPOLLRDHUP),
    new Symbol("EPOLLEXCLUSIVE", Linux.EPOLLEXCLUSIVE),
    new Symbol("EPOLLONESHOT", Linux.EPOLLONESHOT),
    new Symbol("EPOLLET", Linux.EPOLLET),
  };

  private TraceNames() {}

  private static boolean belongs(Symbol symbol, String prefix) {
    return symbol.name.startsWith(prefix) && (prefix.endsWith("_") || symbol.name.indexOf('_') < 0);
  }

  static String nameOf(String prefix, int value) {
    for (Symbol symbol : SYMBOLS) {
      if (symbol.value == value && belongs(symbol, prefix)) {
        return symbol.name;
      }
    }
    return Integer.toString(value);
  }

  static String flagsOf(String prefix, int value) {
    StringJoiner names = new StringJoiner("|");
    int rest = value;
    for (Symbol symbol : SYMBOLS) {
      boolean set = symbol.value > 0 || symbol.value == Integer.MIN_VALUE;
      if (set && (rest & symbol.value) == symbol.value && belongs(symbol, prefix)) {
        names.add(symbol.name);
        rest &= ~symbol.value;
      }
    }
    if (rest != 0) {
      names.add("0x" + Integer.toHexString(rest));
    }
    return names.length() == 0 ? "0" : names.toString();
  }

  /** The type of a socket, and the flags that may be added to it. */
  static String socketType(int type) {
    int kind = type & 0xf;
    return nameOf("SOCK_", kind) + (type == kind ? "" : "|" + flagsOf("SOCK_", type & ~kind));
  }

  /** Only a socket of the internet has protocols with names here. */
  static String protocol(int domain, int protocol) {
    return domain == Linux.AF_UNIX ? Integer.toString(protocol) : nameOf("IPPROTO_", protocol);
  }

  static String level(int level) {
    return switch (level) {
      case Linux.SOL_SOCKET -> "SOL_SOCKET";
      case Linux.IPPROTO_TCP -> "SOL_TCP";
      case Linux.IPPROTO_IPV6 -> "SOL_IPV6";
      default -> Integer.toString(level);
    };
  }

  static String option(int level, int option) {
    return switch (level) {
      case Linux.SOL_SOCKET -> nameOf("SO_", option);
      case Linux.IPPROTO_TCP -> nameOf("TCP_", option);
      case Linux.IPPROTO_IPV6 -> nameOf("IPV6_", option);
      default -> Integer.toString(option);
    };
  }

  /** How a file was opened: the two lowest bits are a number, the others are flags. */
  static String openFlags(int flags) {
    int access = flags & 3;
    String name = new String[] {"O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE"}[access];
    return name + (flags == access ? "" : "|" + flagsOf("O_", flags & ~access));
  }

  static String directory(int fd) {
    return fd == Linux.AT_FDCWD ? "AT_FDCWD" : Integer.toString(fd);
  }

  static String statxFlags(int flags) {
    return "AT_STATX_SYNC_AS_STAT" + (flags == 0 ? "" : "|" + flagsOf("AT_", flags));
  }
}
