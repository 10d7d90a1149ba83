package manor.syscall;

/**
 * Numbers from the kernel's headers, named as the man pages name them. They are the same on x86-64
 * and aarch64, but for the two that ask {@link #AARCH64}.
 */
public final class Linux {
  private Linux() {}

  static final boolean AARCH64 = System.getProperty("os.arch").equals("aarch64");

  /** Address families: socket(2), unix(7), ip(7), ipv6(7). */
  public static final int AF_UNIX = 1;

  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;

  /** Socket types, and the two flags that may be added to them: socket(2). */
  public static final int SOCK_STREAM = 1;

  public static final int SOCK_DGRAM = 2;
  public static final int SOCK_NONBLOCK = 0x800;
  public static final int SOCK_CLOEXEC = 0x80000;

  /** Socket options: socket(7), tcp(7), ipv6(7). */
  public static final int SOL_SOCKET = 1;

  public static final int SO_REUSEADDR = 2;
  public static final int SO_ERROR = 4;
  public static final int SO_SNDBUF = 7;
  public static final int SO_RCVBUF = 8;
  public static final int SO_KEEPALIVE = 9;
  public static final int SO_LINGER = 13;
  public static final int SO_REUSEPORT = 15;
  public static final int IPPROTO_TCP = 6;
  public static final int TCP_NODELAY = 1;
  public static final int IPPROTO_UDP = 17;
  public static final int IPPROTO_IPV6 = 41;
  public static final int IPV6_V6ONLY = 26;

  /** Which half to close: shutdown(2). */
  public static final int SHUT_RD = 0;

  public static final int SHUT_WR = 1;
  public static final int SHUT_RDWR = 2;

  /** Commands and flags of a descriptor: fcntl(2). */
  public static final int F_GETFD = 1;

  public static final int F_SETFD = 2;
  public static final int F_GETFL = 3;
  public static final int F_SETFL = 4;
  public static final int FD_CLOEXEC = 1;

  /** How to open a file: open(2). */
  public static final int O_RDONLY = 0;

  public static final int O_NONBLOCK = 0x800;
  public static final int O_DIRECTORY = AARCH64 ? 0x4000 : 0x10000;
  public static final int O_NOFOLLOW = AARCH64 ? 0x8000 : 0x20000;
  public static final int O_CLOEXEC = 0x80000;
  public static final int AT_FDCWD = -100;

  /** What to ask of a file, and that the descriptor itself is meant: statx(2). */
  public static final int AT_EMPTY_PATH = 0x1000;

  public static final int STATX_BASIC_STATS = 0x7ff;

  /** Counters: eventfd(2). */
  public static final int EFD_SEMAPHORE = 1;

  public static final int EFD_NONBLOCK = 0x800;
  public static final int EFD_CLOEXEC = 0x80000;

  /** Readiness: epoll_create(2), epoll_ctl(2). */
  public static final int EPOLL_CLOEXEC = 0x80000;

  public static final int EPOLL_CTL_ADD = 1;
  public static final int EPOLL_CTL_DEL = 2;
  public static final int EPOLL_CTL_MOD = 3;
  public static final int EPOLLIN = 0x1;
  public static final int EPOLLPRI = 0x2;
  public static final int EPOLLOUT = 0x4;
  public static final int EPOLLERR = 0x8;
  public static final int EPOLLHUP = 0x10;
  public static final int EPOLLRDHUP = 0x2000;
  public static final int EPOLLEXCLUSIVE = 1 << 28;
  public static final int EPOLLONESHOT = 1 << 30;
  public static final int EPOLLET = 1 << 31;
}
