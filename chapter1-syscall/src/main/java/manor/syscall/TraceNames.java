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
    new Symbol("O_RDONLY", Linux.O_RDONLY),
    new Symbol("O_NONBLOCK", Linux.O_NONBLOCK),
    new Symbol("O_DIRECTORY", Linux.O_DIRECTORY),
    new Symbol("O_NOFOLLOW", Linux.O_NOFOLLOW),
    new Symbol("O_CLOEXEC", Linux.O_CLOEXEC),
    new Symbol("AT_FDCWD", Linux.AT_FDCWD),
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
    return names.length() == 0 ? zero(prefix) : names.toString();
  }

  private static String zero(String prefix) {
    return prefix.equals("O_") ? "O_RDONLY" : "0";
  }
}
