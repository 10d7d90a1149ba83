package manor.syscall;

/**
 * Every system call this book uses, each answering as the Linux kernel itself does: a result of
 * zero or more, or {@code -errno}. Nothing here throws for a failure of the call.
 *
 * <p>The methods carry their man page names (section 2), so that {@code man 2 accept4} explains
 * {@code accept4} below. Each line names the result and the errors that the book's programs meet;
 * the man page has the full list. Any call may answer {@code -EBADF} for a number that is not an
 * open descriptor, and {@code -EINTR} when a signal arrived first, where its man page says so.
 *
 * <p>A {@link Memory} stands where C has a pointer; {@code null} stands for C's {@code NULL}.
 * Lengths and offsets are in bytes and must lie inside the memory: {@link
 * IndexOutOfBoundsException} otherwise, before any call is made.
 *
 * <p>Threads: an implementation says which may call; {@link LinuxKernel} allows any.
 */
public interface Kernel {
  // tag::bytes[]
  /** Bytes read, 0 at end of file. EAGAIN: nothing there yet. ECONNRESET: the peer reset. */
  int read(int fd, Memory memory, int offset, int length);

  /** Bytes written, perhaps fewer. EAGAIN: no room yet. EPIPE, ECONNRESET: the peer is gone. */
  int write(int fd, Memory memory, int offset, int length);

  /** 0. The number is free again even after EINTR or EIO, so a close is never repeated. */
  int close(int fd);

  // end::bytes[]

  /**
   * Bytes sent, as one datagram if it is a socket for those; {@code to} is {@code null} for a peer
   * that was chosen with {@link #connect}. EDESTADDRREQ (no peer), EMSGSIZE, EAGAIN, ECONNREFUSED.
   */
  int sendto(int fd, Memory memory, int offset, int length, int flags, Memory to, int toLength);

  /**
   * Bytes of the next datagram, of which is lost what does not fit; its sender goes to {@code from}
   * as in {@link #getsockname}, unless that is {@code null}. EAGAIN, ECONNREFUSED.
   */
  int recvfrom(
      int fd, Memory memory, int offset, int length, int flags, Memory from, Memory fromLength);

  /** Bytes sent from a file, 0 at its end; {@code position} (8 bytes) is read and moved on. */
  int sendfile(int outFd, int inFd, Memory position, int count);

  /** A new descriptor for the NUL-ended path. ENOENT, EACCES, ELOOP (a link), EMFILE, ENFILE. */
  int openat(int directoryFd, Memory path, int flags, int mode);

  /** 0, having filled {@link Statx#SIZE} bytes about the path, or about the descriptor itself. */
  int statx(int directoryFd, Memory path, int flags, int mask, Memory result);

  /** A new socket. EAFNOSUPPORT, EMFILE (the process is full), ENFILE, ENOBUFS, ENOMEM. */
  int socket(int domain, int type, int protocol);

  /** 0, and two connected sockets as two ints in {@code pair}. EMFILE, ENFILE. */
  int socketpair(int domain, int type, int protocol, Memory pair);

  /** 0. EADDRINUSE, EACCES (a port below 1024), EADDRNOTAVAIL, EINVAL (bound already). */
  int bind(int fd, Memory address, int length);

  /** 0. {@code backlog} connections may wait to be accepted. EADDRINUSE. */
  int listen(int fd, int backlog);

  /** A new connected socket; EAGAIN, ECONNABORTED (it left), EMFILE, ENFILE, ENOBUFS, ENOMEM. */
  int accept4(int fd, Memory address, Memory length, int flags);

  /** 0, or EINPROGRESS: writable tells when it is done. ECONNREFUSED, ETIMEDOUT, EISCONN. */
  int connect(int fd, Memory address, int length);

  /** 0; {@code how} is {@link Linux#SHUT_RD}, {@code SHUT_WR} or {@code SHUT_RDWR}. ENOTCONN. */
  int shutdown(int fd, int how);

  /** Depends on {@code command}: flags for F_GETFD and F_GETFL, 0 for F_SETFD and F_SETFL. */
  int fcntl(int fd, int command, int argument);

  /** 0; the address goes to {@code address}, its length to {@code length} (4 bytes, in and out). */
  int getsockname(int fd, Memory address, Memory length);

  /** 0, as {@link #getsockname}, for the other end. ENOTCONN. */
  int getpeername(int fd, Memory address, Memory length);

  /** 0. ENOPROTOOPT, EINVAL. */
  int setsockopt(int fd, int level, int option, Memory value, int length);

  /** 0; {@code length} (4 bytes) is in and out. SO_ERROR is cleared by being read. */
  int getsockopt(int fd, int level, int option, Memory value, Memory length);

  // tag::readiness[]
  /** A new epoll instance. EMFILE, ENFILE, ENOMEM. */
  int epoll_create1(int flags);

  /** 0; {@code event} is one {@link EpollEvent}. EEXIST, ENOENT, ENOMEM, ENOSPC, EPERM. */
  int epoll_ctl(int epollFd, int operation, int fd, Memory event);

  /** How many events were filled in; 0 when {@code timeoutMillis} ran out (-1: never). EINTR. */
  int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis);

  /** A new counter descriptor, starting at {@code initial}. EMFILE, ENFILE, ENOMEM. */
  int eventfd(int initial, int flags);

  // end::readiness[]

  /** 0, and the read end then the write end of a pipe as two ints. EMFILE, ENFILE. */
  int pipe2(Memory pair, int flags);
}
