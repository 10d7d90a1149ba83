package manor.simulator;

import java.util.function.IntSupplier;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * A kernel whose every call goes through one gate to another kernel. Whoever stands at the gate may
 * count the call, answer in the other's place, or change the answer.
 *
 * <p>Threads: as the kernel inside.
 */
abstract class GatedKernel implements Kernel {
  /** The descriptor of a call that names none. */
  static final int NONE = -1;

  private final Kernel kernel;

  GatedKernel(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Answers one call.
   *
   * @param call which kind
   * @param fd the descriptor it is about, or {@link #NONE}
   * @param real asks the kernel inside
   */
  abstract int pass(SystemCall call, int fd, IntSupplier real);

  final Kernel inside() {
    return kernel;
  }

  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    return pass(SystemCall.READ, fd, () -> kernel.read(fd, memory, offset, length));
  }

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    return pass(SystemCall.WRITE, fd, () -> kernel.write(fd, memory, offset, length));
  }

  @Override
  public int sendto(
      int fd, Memory memory, int offset, int length, int flags, Memory to, int toLength) {
    return pass(
        SystemCall.SENDTO,
        fd,
        () -> kernel.sendto(fd, memory, offset, length, flags, to, toLength));
  }

  @Override
  public int recvfrom(
      int fd, Memory memory, int offset, int length, int flags, Memory from, Memory fromLength) {
    return pass(
        SystemCall.RECVFROM,
        fd,
        () -> kernel.recvfrom(fd, memory, offset, length, flags, from, fromLength));
  }

  @Override
  public int close(int fd) {
    return pass(SystemCall.CLOSE, fd, () -> kernel.close(fd));
  }

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    return pass(SystemCall.SENDFILE, outFd, () -> kernel.sendfile(outFd, inFd, position, count));
  }

  @Override
  public int openat(int directoryFd, Memory path, int flags, int mode) {
    return pass(
        SystemCall.OPENAT, directoryFd, () -> kernel.openat(directoryFd, path, flags, mode));
  }

  @Override
  public int statx(int directoryFd, Memory path, int flags, int mask, Memory result) {
    return pass(
        SystemCall.STATX, directoryFd, () -> kernel.statx(directoryFd, path, flags, mask, result));
  }

  @Override
  public int socket(int domain, int type, int protocol) {
    return pass(SystemCall.SOCKET, NONE, () -> kernel.socket(domain, type, protocol));
  }

  @Override
  public int socketpair(int domain, int type, int protocol, Memory pair) {
    return pass(SystemCall.SOCKETPAIR, NONE, () -> kernel.socketpair(domain, type, protocol, pair));
  }

  @Override
  public int bind(int fd, Memory address, int length) {
    return pass(SystemCall.BIND, fd, () -> kernel.bind(fd, address, length));
  }

  @Override
  public int listen(int fd, int backlog) {
    return pass(SystemCall.LISTEN, fd, () -> kernel.listen(fd, backlog));
  }

  @Override
  public int accept4(int fd, Memory address, Memory length, int flags) {
    return pass(SystemCall.ACCEPT4, fd, () -> kernel.accept4(fd, address, length, flags));
  }

  @Override
  public int connect(int fd, Memory address, int length) {
    return pass(SystemCall.CONNECT, fd, () -> kernel.connect(fd, address, length));
  }

  @Override
  public int shutdown(int fd, int how) {
    return pass(SystemCall.SHUTDOWN, fd, () -> kernel.shutdown(fd, how));
  }

  @Override
  public int fcntl(int fd, int command, int argument) {
    return pass(SystemCall.FCNTL, fd, () -> kernel.fcntl(fd, command, argument));
  }

  @Override
  public int getsockname(int fd, Memory address, Memory length) {
    return pass(SystemCall.GETSOCKNAME, fd, () -> kernel.getsockname(fd, address, length));
  }

  @Override
  public int getpeername(int fd, Memory address, Memory length) {
    return pass(SystemCall.GETPEERNAME, fd, () -> kernel.getpeername(fd, address, length));
  }

  @Override
  public int setsockopt(int fd, int level, int option, Memory value, int length) {
    return pass(
        SystemCall.SETSOCKOPT, fd, () -> kernel.setsockopt(fd, level, option, value, length));
  }

  @Override
  public int getsockopt(int fd, int level, int option, Memory value, Memory length) {
    return pass(
        SystemCall.GETSOCKOPT, fd, () -> kernel.getsockopt(fd, level, option, value, length));
  }

  @Override
  public int epoll_create1(int flags) {
    return pass(SystemCall.EPOLL_CREATE1, NONE, () -> kernel.epoll_create1(flags));
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    return pass(
        SystemCall.EPOLL_CTL, epollFd, () -> kernel.epoll_ctl(epollFd, operation, fd, event));
  }

  @Override
  public int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    return pass(
        SystemCall.EPOLL_WAIT,
        epollFd,
        () -> kernel.epoll_wait(epollFd, events, maxEvents, timeoutMillis));
  }

  @Override
  public int eventfd(int initial, int flags) {
    return pass(SystemCall.EVENTFD, NONE, () -> kernel.eventfd(initial, flags));
  }

  @Override
  public int pipe2(Memory pair, int flags) {
    return pass(SystemCall.PIPE2, NONE, () -> kernel.pipe2(pair, flags));
  }
}
