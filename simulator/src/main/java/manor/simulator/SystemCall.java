package manor.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import manor.syscall.Errno;

/**
 * Every kind of call that {@link manor.syscall.Kernel} has, with the errors that its man page lists
 * (section 2, and for reads and writes of a socket also recv(2), send(2) and tcp(7)).
 */
public enum SystemCall {
  /** read(2), recv(2). */
  READ(
      "EAGAIN EBADF EFAULT EINTR EINVAL EIO EISDIR ECONNREFUSED ECONNRESET ENOMEM ENOTCONN"
          + " ETIMEDOUT"),
  /** write(2), send(2). */
  WRITE(
      "EAGAIN EBADF EDESTADDRREQ EDQUOT EFAULT EFBIG EINTR EINVAL EIO ENOSPC EPERM EPIPE"
          + " ECONNRESET EMSGSIZE ENOBUFS ENOMEM ENOTCONN ETIMEDOUT"),
  /** sendto(2), udp(7). */
  SENDTO(
      "EAGAIN EACCES EBADF EALREADY ECONNREFUSED ECONNRESET EDESTADDRREQ EFAULT EINTR EINVAL EISCONN"
          + " EMSGSIZE ENETUNREACH ENOBUFS ENOMEM ENOTCONN ENOTSOCK EOPNOTSUPP EPIPE"),
  /** recv(2), udp(7). */
  RECVFROM("EAGAIN EBADF ECONNREFUSED EFAULT EINTR EINVAL ENOMEM ENOTCONN ENOTSOCK ECONNRESET"),
  /** close(2). */
  CLOSE("EBADF EINTR EIO ENOSPC EDQUOT"),
  /** sendfile(2), send(2). */
  SENDFILE(
      "EAGAIN EBADF EFAULT EINVAL EIO ENOMEM EOVERFLOW ESPIPE EINTR EPIPE ECONNRESET ENOTCONN"
          + " ETIMEDOUT"),
  /** openat(2). */
  OPENAT(
      "EACCES EBADF EBUSY EDQUOT EEXIST EFAULT EFBIG EINTR EINVAL EISDIR ELOOP EMFILE ENAMETOOLONG"
          + " ENFILE ENODEV ENOENT ENOMEM ENOSPC ENOTDIR ENXIO EOPNOTSUPP EOVERFLOW EPERM EROFS"
          + " ETXTBSY EAGAIN"),
  /** statx(2). */
  STATX("EACCES EBADF EFAULT EINVAL ELOOP ENAMETOOLONG ENOENT ENOMEM ENOTDIR"),
  /** socket(2). */
  SOCKET("EACCES EAFNOSUPPORT EINVAL EMFILE ENFILE ENOBUFS ENOMEM EPROTONOSUPPORT"),
  /** socketpair(2). */
  SOCKETPAIR("EAFNOSUPPORT EFAULT EMFILE ENFILE EOPNOTSUPP EPROTONOSUPPORT"),
  /** bind(2). */
  BIND(
      "EACCES EADDRINUSE EBADF EINVAL ENOTSOCK EADDRNOTAVAIL EFAULT ELOOP ENAMETOOLONG ENOENT"
          + " ENOMEM ENOTDIR EROFS"),
  /** listen(2). */
  LISTEN("EADDRINUSE EBADF ENOTSOCK EOPNOTSUPP"),
  /** accept(2), with the errors of the network that it passes on. */
  ACCEPT4(
      "EAGAIN EBADF ECONNABORTED EFAULT EINTR EINVAL EMFILE ENFILE ENOBUFS ENOMEM ENOTSOCK"
          + " EOPNOTSUPP EPERM EPROTO ENETDOWN ENOPROTOOPT EHOSTDOWN ENONET EHOSTUNREACH"
          + " ENETUNREACH ENOSR ESOCKTNOSUPPORT EPROTONOSUPPORT ETIMEDOUT"),
  /** connect(2). */
  CONNECT(
      "EACCES EPERM EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF ECONNREFUSED EFAULT"
          + " EINPROGRESS EINTR EISCONN ENETUNREACH ENOTSOCK EPROTOTYPE ETIMEDOUT"),
  /** shutdown(2). */
  SHUTDOWN("EBADF EINVAL ENOTCONN ENOTSOCK"),
  /** fcntl(2). */
  FCNTL("EACCES EAGAIN EBADF EBUSY EDEADLK EFAULT EINTR EINVAL EMFILE ENOLCK ENOTDIR EPERM"),
  /** getsockname(2). */
  GETSOCKNAME("EBADF EFAULT EINVAL ENOBUFS ENOTSOCK"),
  /** getpeername(2). */
  GETPEERNAME("EBADF EFAULT EINVAL ENOBUFS ENOTCONN ENOTSOCK"),
  /** setsockopt(2). */
  SETSOCKOPT("EBADF EFAULT EINVAL ENOPROTOOPT ENOTSOCK ENOMEM"),
  /** getsockopt(2). */
  GETSOCKOPT("EBADF EFAULT EINVAL ENOPROTOOPT ENOTSOCK"),
  /** epoll_create(2). */
  EPOLL_CREATE1("EINVAL EMFILE ENFILE ENOMEM"),
  /** epoll_ctl(2). */
  EPOLL_CTL("EBADF EEXIST EINVAL ELOOP ENOENT ENOMEM ENOSPC EPERM"),
  /** epoll_wait(2). */
  EPOLL_WAIT("EBADF EFAULT EINTR EINVAL"),
  /** eventfd(2). */
  EVENTFD("EINVAL EMFILE ENFILE ENODEV ENOMEM"),
  /** pipe(2). */
  PIPE2("EFAULT EINVAL EMFILE ENFILE ENOPKG");

  private final List<Errno> errors;

  SystemCall(String names) {
    List<Errno> all = IntStream.range(1, 134).mapToObj(Errno::of).toList();
    errors =
        Arrays.stream(names.split(" "))
            .map(name -> all.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow())
            .toList();
  }

  /** What its man page says that it may fail with. */
  public List<Errno> errors() {
    return errors;
  }

  /** Its name in section 2, and in {@link manor.syscall.Kernel}. */
  public String manName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The call of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SystemCall named(String manName) {
    return valueOf(manName.toUpperCase(Locale.ROOT));
  }
}
