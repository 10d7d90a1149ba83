package manor.syscall;

import jnr.ffi.Pointer;

/**
 * The C library's wrappers of the system calls, exactly as C declares them. jnr-ffi implements this
 * interface at run time: a method's name is the C function's, {@code int} is C's {@code int}, and
 * {@code long} is {@code size_t}, {@code ssize_t} or a pointer, as on every 64-bit Linux.
 *
 * <p>Each answers -1 for a failure and leaves the reason in {@code errno}, which belongs to the
 * thread and is stale after a success. No one but {@link LinuxKernel} calls these.
 *
 * <p>On x86-64 jnr-ffi 2.3.4 hands garbage over as the sixth of six integers. Where one of the six
 * is a {@code Pointer} it calls in another way, and rightly.
 */
public interface Libc {
  // tag::libc[]
  long read(int fd, long buffer, long count);

  long write(int fd, long buffer, long count);

  int close(int fd);

  // end::libc[]

  long sendto(int fd, long buffer, long count, int flags, Pointer address, int length);

  long recvfrom(int fd, long buffer, long count, int flags, Pointer address, long length);

  long sendfile(int outFd, int inFd, long offset, long count);

  int openat(int directoryFd, long path, int flags, int mode);

  int statx(int directoryFd, long path, int flags, int mask, long result);

  int socket(int domain, int type, int protocol);

  int socketpair(int domain, int type, int protocol, long pair);

  int bind(int fd, long address, int length);

  int listen(int fd, int backlog);

  int accept4(int fd, long address, long length, int flags);

  int connect(int fd, long address, int length);

  int shutdown(int fd, int how);

  int fcntl(int fd, int command, long argument);

  int getsockname(int fd, long address, long length);

  int getpeername(int fd, long address, long length);

  int setsockopt(int fd, int level, int option, long value, int length);

  int getsockopt(int fd, int level, int option, long value, long length);

  int epoll_create1(int flags);

  int epoll_ctl(int epollFd, int operation, int fd, long event);

  int epoll_wait(int epollFd, long events, int maxEvents, int timeoutMillis);

  int eventfd(int initial, int flags);

  int pipe2(long pair, int flags);
}
