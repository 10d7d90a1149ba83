package manor.syscall;

import static manor.syscall.TraceFormat.address;
import static manor.syscall.TraceFormat.before;
import static manor.syscall.TraceFormat.bytes;
import static manor.syscall.TraceFormat.length;
import static manor.syscall.TraceNames.directory;
import static manor.syscall.TraceNames.flagsOf;
import static manor.syscall.TraceNames.nameOf;

import java.util.function.Consumer;

/**
 * A kernel that does what another does and tells each call as strace(1) would print it:
 *
 * <pre>
 *   read(7, "GET / HTTP/1.1\r\n\r\n", 4096)  = 18
 *   read(7, 0x..., 4096)                    = -1 EAGAIN (Resource temporarily unavailable)
 * </pre>
 *
 * <p>So that two runs may be compared, {@code 0x...} stands where strace prints the address of
 * memory that the kernel has not filled in; and the {@code data} of an event, which strace shows as
 * {@code {u32=7, u64=7}}, is printed once.
 *
 * <p>Threads: as the kernel inside; lines of two threads do not mix if the listener keeps them
 * apart.
 */
public final class TracingKernel implements Kernel {
  private final Kernel kernel;
  private final Consumer<String> listener;

  /**
   * Traces another kernel.
   *
   * @param kernel the kernel that does the work
   * @param listener gets one line a call, without a line end, after the call has answered
   */
  public TracingKernel(Kernel kernel, Consumer<String> listener) {
    this.kernel = kernel;
    this.listener = listener;
  }

  // tag::told[]
  private int told(int answer, String call, Object... arguments) {
    listener.accept(TraceFormat.line(call, arguments, TraceFormat.result(answer)));
    return answer;
  }

  // end::told[]

  private int toldFlags(int answer, String names, String call, Object... arguments) {
    listener.accept(TraceFormat.line(call, arguments, TraceFormat.flagsResult(answer, names)));
    return answer;
  }

  // tag::read[]
  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    int answer = kernel.read(fd, memory, offset, length);
    return told(answer, "read", fd, bytes(memory, offset, answer), length);
  }

  // end::read[]

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    int answer = kernel.write(fd, memory, offset, length);
    return told(answer, "write", fd, bytes(memory, offset, length), length);
  }

  @Override
  public int sendto(
      int fd, Memory memory, int offset, int length, int flags, Memory to, int toLength) {
    int answer = kernel.sendto(fd, memory, offset, length, flags, to, toLength);
    String data = bytes(memory, offset, length);
    return told(answer, "sendto", fd, data, length, flags, address(to, 0), toLength);
  }

  @Override
  public int recvfrom(
      int fd, Memory memory, int offset, int length, int flags, Memory from, Memory fromLength) {
    int room = before(fromLength);
    int answer = kernel.recvfrom(fd, memory, offset, length, flags, from, fromLength);
    String data = bytes(memory, offset, answer);
    String sender = address(from, answer);
    return told(answer, "recvfrom", fd, data, length, flags, sender, length(fromLength, room));
  }

  @Override
  public int close(int fd) {
    return told(kernel.close(fd), "close", fd);
  }

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    String from = position == null ? "NULL" : "[" + position.getLong(0) + "]";
    int answer = kernel.sendfile(outFd, inFd, position, count);
    String to = position == null || answer <= 0 ? "" : " => [" + position.getLong(0) + "]";
    return told(answer, "sendfile", outFd, inFd, from + to, count);
  }

  @Override
  public int openat(int directoryFd, Memory path, int flags, int mode) {
    int answer = kernel.openat(directoryFd, path, flags, mode);
    String file = TraceFormat.path(path);
    return told(answer, "openat", directory(directoryFd), file, TraceNames.openFlags(flags));
  }

  @Override
  public int statx(int directoryFd, Memory path, int flags, int mask, Memory result) {
    int answer = kernel.statx(directoryFd, path, flags, mask, result);
    String filled =
        answer < 0 ? TraceFormat.POINTER : "{stx_size=" + Statx.of(result).size() + ", ...}";
    return told(
        answer,
        "statx",
        directory(directoryFd),
        TraceFormat.path(path),
        TraceNames.statxFlags(flags),
        flagsOf("STATX_", mask),
        filled);
  }

  @Override
  public int socket(int domain, int type, int protocol) {
    int answer = kernel.socket(domain, type, protocol);
    String named = TraceNames.protocol(domain, protocol);
    return told(answer, "socket", nameOf("AF_", domain), TraceNames.socketType(type), named);
  }

  @Override
  public int socketpair(int domain, int type, int protocol, Memory pair) {
    int answer = kernel.socketpair(domain, type, protocol, pair);
    return told(
        answer,
        "socketpair",
        nameOf("AF_", domain),
        TraceNames.socketType(type),
        TraceNames.protocol(domain, protocol),
        TraceFormat.pair(pair, answer));
  }

  @Override
  public int bind(int fd, Memory address, int length) {
    return told(kernel.bind(fd, address, length), "bind", fd, address(address, 0), length);
  }

  @Override
  public int listen(int fd, int backlog) {
    return told(kernel.listen(fd, backlog), "listen", fd, backlog);
  }

  @Override
  public int accept4(int fd, Memory address, Memory length, int flags) {
    int room = before(length);
    int answer = kernel.accept4(fd, address, length, flags);
    String peer = address(address, answer);
    return told(answer, "accept4", fd, peer, length(length, room), flagsOf("SOCK_", flags));
  }

  @Override
  public int connect(int fd, Memory address, int length) {
    return told(kernel.connect(fd, address, length), "connect", fd, address(address, 0), length);
  }

  @Override
  public int shutdown(int fd, int how) {
    return told(kernel.shutdown(fd, how), "shutdown", fd, nameOf("SHUT_", how));
  }

  @Override
  public int fcntl(int fd, int command, int argument) {
    int answer = kernel.fcntl(fd, command, argument);
    String name = nameOf("F_", command);
    return switch (command) {
      case Linux.F_GETFD -> toldFlags(answer, flagsOf("FD_", answer), "fcntl", fd, name);
      case Linux.F_GETFL -> toldFlags(answer, TraceNames.openFlags(answer), "fcntl", fd, name);
      case Linux.F_SETFD -> told(answer, "fcntl", fd, name, flagsOf("FD_", argument));
      case Linux.F_SETFL -> told(answer, "fcntl", fd, name, TraceNames.openFlags(argument));
      default -> told(answer, "fcntl", fd, name, argument);
    };
  }

  @Override
  public int getsockname(int fd, Memory address, Memory length) {
    int room = before(length);
    int answer = kernel.getsockname(fd, address, length);
    return told(answer, "getsockname", fd, address(address, answer), length(length, room));
  }

  @Override
  public int getpeername(int fd, Memory address, Memory length) {
    int room = before(length);
    int answer = kernel.getpeername(fd, address, length);
    return told(answer, "getpeername", fd, address(address, answer), length(length, room));
  }

  @Override
  public int setsockopt(int fd, int level, int option, Memory value, int length) {
    int answer = kernel.setsockopt(fd, level, option, value, length);
    return told(
        answer,
        "setsockopt",
        fd,
        TraceNames.level(level),
        TraceNames.option(level, option),
        TraceFormat.optionValue(value, 0),
        length);
  }

  @Override
  public int getsockopt(int fd, int level, int option, Memory value, Memory length) {
    int room = before(length);
    int answer = kernel.getsockopt(fd, level, option, value, length);
    return told(
        answer,
        "getsockopt",
        fd,
        TraceNames.level(level),
        TraceNames.option(level, option),
        TraceFormat.optionValue(value, answer),
        length(length, room));
  }

  @Override
  public int epoll_create1(int flags) {
    return told(kernel.epoll_create1(flags), "epoll_create1", flagsOf("EPOLL_", flags));
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    int answer = kernel.epoll_ctl(epollFd, operation, fd, event);
    String asked = event == null ? "NULL" : TraceFormat.event(event, 0);
    return told(answer, "epoll_ctl", epollFd, nameOf("EPOLL_CTL_", operation), fd, asked);
  }

  @Override
  public int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    int answer = kernel.epoll_wait(epollFd, events, maxEvents, timeoutMillis);
    String ready = TraceFormat.events(events, answer);
    return told(answer, "epoll_wait", epollFd, ready, maxEvents, timeoutMillis);
  }

  @Override
  public int eventfd(int initial, int flags) {
    return told(kernel.eventfd(initial, flags), "eventfd2", initial, flagsOf("EFD_", flags));
  }

  @Override
  public int pipe2(Memory pair, int flags) {
    int answer = kernel.pipe2(pair, flags);
    return told(answer, "pipe2", TraceFormat.pair(pair, answer), flagsOf("O_", flags));
  }
}
