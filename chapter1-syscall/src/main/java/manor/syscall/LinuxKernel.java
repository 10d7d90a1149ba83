package manor.syscall;

import java.lang.ref.Reference;
import java.util.function.IntSupplier;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/**
 * The kernel this machine runs on, reached through the C library.
 *
 * <p>It undoes the one thing the C library adds: where C answers -1 and leaves the reason in {@code
 * errno}, the kernel had said {@code -errno}, and {@link #answer} says so again. errno is read only
 * after -1, at once, and a failed call is never repeated to learn its reason: a socket tells its
 * error once.
 *
 * <p>Threads: any may call. A buffer is kept reachable until its call has returned.
 */
public final class LinuxKernel implements Kernel {
  private final Libc libc;
  private final IntSupplier errno;

  LinuxKernel(Libc libc, IntSupplier errno) {
    this.libc = libc;
    this.errno = errno;
  }

  /**
   * The kernel of this machine.
   *
   * @throws UnsupportedOperationException on any other system than Linux on x86-64 or aarch64
   */
  public static LinuxKernel open() {
    if (!isSupported()) {
      throw new UnsupportedOperationException(
          "the real kernel needs Linux on x86-64 or aarch64, and this is "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch"));
    }
    Libc libc = LibraryLoader.create(Libc.class).load("c");
    Runtime runtime = Runtime.getRuntime(libc);
    return new LinuxKernel(libc, runtime::getLastError);
  }

  /** Whether {@link #open} works here: Linux on x86-64 or aarch64. */
  public static boolean isSupported() {
    String arch = System.getProperty("os.arch");
    return System.getProperty("os.name").equals("Linux")
        && (arch.equals("amd64") || arch.equals("aarch64"));
  }

  // tag::answer[]
  private int answer(long result) {
    return result == -1 ? -errno.getAsInt() : (int) result;
  }

  // end::answer[]

  private static long address(Memory memory) {
    return memory == null ? 0 : memory.address(0, 0);
  }

  private static long address(Memory memory, long length) {
    return memory == null ? 0 : memory.address(0, length);
  }

  /** The address of memory as long as the int in {@code length} says. */
  private static long address(Memory memory, Memory length) {
    return address(memory, length == null ? 0 : length.getInt(0));
  }

  private static Pointer pointer(Memory memory, long length) {
    return memory == null ? null : memory.pointer(length);
  }

  // tag::read[]
  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    int answer = answer(libc.read(fd, memory.address(offset, length), length));
    Reference.reachabilityFence(memory);
    return answer;
  }

  // end::read[]

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    int answer = answer(libc.write(fd, memory.address(offset, length), length));
    Reference.reachabilityFence(memory);
    return answer;
  }

  @Override
  public int close(int fd) {
    return answer(libc.close(fd));
  }

  @Override
  public int sendto(
      int fd, Memory memory, int offset, int length, int flags, Memory to, int toLength) {
    long bytes = memory.address(offset, length);
    int answer = answer(libc.sendto(fd, bytes, length, flags, pointer(to, toLength), toLength));
    Reference.reachabilityFence(memory);
    Reference.reachabilityFence(to);
    return answer;
  }

  @Override
  public int recvfrom(
      int fd, Memory memory, int offset, int length, int flags, Memory from, Memory fromLength) {
    long bytes = memory.address(offset, length);
    Pointer sender = pointer(from, fromLength == null ? 0 : fromLength.getInt(0));
    int answer = answer(libc.recvfrom(fd, bytes, length, flags, sender, address(fromLength)));
    Reference.reachabilityFence(memory);
    Reference.reachabilityFence(from);
    Reference.reachabilityFence(fromLength);
    return answer;
  }

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    int answer = answer(libc.sendfile(outFd, inFd, address(position, Long.BYTES), count));
    Reference.reachabilityFence(position);
    return answer;
  }

  @Override
  public int openat(int directoryFd, Memory path, int flags, int mode) {
    int answer = answer(libc.openat(directoryFd, address(path), flags, mode));
    Reference.reachabilityFence(path);
    return answer;
  }

  @Override
  public int statx(int directoryFd, Memory path, int flags, int mask, Memory result) {
    int answer =
        answer(libc.statx(directoryFd, address(path), flags, mask, address(result, Statx.SIZE)));
    Reference.reachabilityFence(path);
    Reference.reachabilityFence(result);
    return answer;
  }

  @Override
  public int socket(int domain, int type, int protocol) {
    return answer(libc.socket(domain, type, protocol));
  }

  @Override
  public int socketpair(int domain, int type, int protocol, Memory pair) {
    int answer = answer(libc.socketpair(domain, type, protocol, address(pair, 2 * Integer.BYTES)));
    Reference.reachabilityFence(pair);
    return answer;
  }

  @Override
  public int bind(int fd, Memory address, int length) {
    int answer = answer(libc.bind(fd, address(address, length), length));
    Reference.reachabilityFence(address);
    return answer;
  }

  @Override
  public int listen(int fd, int backlog) {
    return answer(libc.listen(fd, backlog));
  }

  @Override
  public int accept4(int fd, Memory address, Memory length, int flags) {
    int answer = answer(libc.accept4(fd, address(address, length), address(length), flags));
    Reference.reachabilityFence(address);
    Reference.reachabilityFence(length);
    return answer;
  }

  @Override
  public int connect(int fd, Memory address, int length) {
    int answer = answer(libc.connect(fd, address(address, length), length));
    Reference.reachabilityFence(address);
    return answer;
  }

  @Override
  public int shutdown(int fd, int how) {
    return answer(libc.shutdown(fd, how));
  }

  @Override
  public int fcntl(int fd, int command, int argument) {
    return answer(libc.fcntl(fd, command, argument));
  }

  @Override
  public int getsockname(int fd, Memory address, Memory length) {
    int answer = answer(libc.getsockname(fd, address(address, length), address(length)));
    Reference.reachabilityFence(address);
    Reference.reachabilityFence(length);
    return answer;
  }

  @Override
  public int getpeername(int fd, Memory address, Memory length) {
    int answer = answer(libc.getpeername(fd, address(address, length), address(length)));
    Reference.reachabilityFence(address);
    Reference.reachabilityFence(length);
    return answer;
  }

  @Override
  public int setsockopt(int fd, int level, int option, Memory value, int length) {
    int answer = answer(libc.setsockopt(fd, level, option, address(value, length), length));
    Reference.reachabilityFence(value);
    return answer;
  }

  @Override
  public int getsockopt(int fd, int level, int option, Memory value, Memory length) {
    int answer =
        answer(libc.getsockopt(fd, level, option, address(value, length), address(length)));
    Reference.reachabilityFence(value);
    Reference.reachabilityFence(length);
    return answer;
  }

  @Override
  public int epoll_create1(int flags) {
    return answer(libc.epoll_create1(flags));
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    int answer = answer(libc.epoll_ctl(epollFd, operation, fd, address(event, EpollEvent.SIZE)));
    Reference.reachabilityFence(event);
    return answer;
  }

  @Override
  public int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    long address = events.address(0, (long) maxEvents * EpollEvent.SIZE);
    int answer = answer(libc.epoll_wait(epollFd, address, maxEvents, timeoutMillis));
    Reference.reachabilityFence(events);
    return answer;
  }

  @Override
  public int eventfd(int initial, int flags) {
    return answer(libc.eventfd(initial, flags));
  }

  @Override
  public int pipe2(Memory pair, int flags) {
    int answer = answer(libc.pipe2(address(pair, 2 * Integer.BYTES), flags));
    Reference.reachabilityFence(pair);
    return answer;
  }
}
