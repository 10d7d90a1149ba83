package manor.http;

import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** A kernel without a single call: what a test needs, it overrides. */
class NoKernel implements Kernel {
  private static final int NONE = -Errno.ENOSYS;

  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    return NONE;
  }

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    return NONE;
  }

  @Override
  public int close(int fd) {
    return NONE;
  }

  @Override
  public int sendto(
      int fd, Memory memory, int offset, int length, int flags, Memory to, int toLength) {
    return NONE;
  }

  @Override
  public int recvfrom(
      int fd, Memory memory, int offset, int length, int flags, Memory from, Memory fromLength) {
    return NONE;
  }

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    return NONE;
  }

  @Override
  public int openat(int directoryFd, Memory path, int flags, int mode) {
    return NONE;
  }

  @Override
  public int statx(int directoryFd, Memory path, int flags, int mask, Memory result) {
    return NONE;
  }

  @Override
  public int socket(int domain, int type, int protocol) {
    return NONE;
  }

  @Override
  public int socketpair(int domain, int type, int protocol, Memory pair) {
    return NONE;
  }

  @Override
  public int bind(int fd, Memory address, int length) {
    return NONE;
  }

  @Override
  public int listen(int fd, int backlog) {
    return NONE;
  }

  @Override
  public int accept4(int fd, Memory address, Memory length, int flags) {
    return NONE;
  }

  @Override
  public int connect(int fd, Memory address, int length) {
    return NONE;
  }

  @Override
  public int shutdown(int fd, int how) {
    return NONE;
  }

  @Override
  public int fcntl(int fd, int command, int argument) {
    return NONE;
  }

  @Override
  public int getsockname(int fd, Memory address, Memory length) {
    return NONE;
  }

  @Override
  public int getpeername(int fd, Memory address, Memory length) {
    return NONE;
  }

  @Override
  public int setsockopt(int fd, int level, int option, Memory value, int length) {
    return NONE;
  }

  @Override
  public int getsockopt(int fd, int level, int option, Memory value, Memory length) {
    return NONE;
  }

  @Override
  public int epoll_create1(int flags) {
    return NONE;
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    return NONE;
  }

  @Override
  public int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    return NONE;
  }

  @Override
  public int eventfd(int initial, int flags) {
    return NONE;
  }

  @Override
  public int pipe2(Memory pair, int flags) {
    return NONE;
  }
}
