package manor.simulator;

import static manor.syscall.Errno.EFAULT;
import static manor.syscall.Errno.EINVAL;
import static manor.syscall.Errno.EMFILE;

import java.util.Objects;
import manor.syscall.EpollEvent;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A kernel in a box: every call of the book, answered from plain Java memory as Linux would answer
 * it, in a {@link World} with a time of its own.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The same calls in the same world get the same answers, always.
 *   <li>No call waits. Where Linux would, the world goes on until the call has its answer; and if
 *       nothing more will ever happen in it, the call throws {@link IllegalStateException}, since a
 *       program that waits for ever is a fault to be shown.
 * </ul>
 *
 * <p>Threads: one, and that of its world.
 */
public final class SimulatedKernel implements Kernel {
  private final World world;
  private final MachineSize size;
  private final DescriptorTable table;
  private final DescriptorCalls descriptors;
  private final FileCalls files;
  private final SocketCalls sockets;
  private final EpollCalls epolls;

  /** A kernel of the usual size. */
  public SimulatedKernel(World world) {
    this(world, MachineSize.USUAL);
  }

  /** A kernel without any open descriptor. */
  public SimulatedKernel(World world, MachineSize size) {
    this.world = world;
    this.size = size;
    this.table = world.parts().descriptorTable(size.descriptors());
    this.descriptors = new DescriptorCalls(world, table);
    this.files = new FileCalls(world.files(), table);
    this.sockets = new SocketCalls(world, size, table);
    this.epolls = new EpollCalls(world, table);
  }

  /** How many descriptors are open now. */
  public int openDescriptors() {
    return table.count();
  }

  DescriptorTable table() {
    return table;
  }

  private void enter() {
    world.pass(size.nanosPerCall());
  }

  // Any descriptor.

  @Override
  public int read(int fd, Memory memory, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, memory.size());
    enter();
    return descriptors.read(fd, memory, offset, length);
  }

  @Override
  public int write(int fd, Memory memory, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, memory.size());
    enter();
    return descriptors.write(fd, memory, offset, length);
  }

  @Override
  public int close(int fd) {
    enter();
    return descriptors.close(fd);
  }

  @Override
  public int fcntl(int fd, int command, int argument) {
    enter();
    return descriptors.control(fd, command, argument);
  }

  // Files.

  @Override
  public int sendfile(int outFd, int inFd, Memory position, int count) {
    enter();
    return sockets.sendfile(outFd, inFd, position, count);
  }

  @Override
  public int openat(int directoryFd, Memory path, int flags, int mode) {
    enter();
    return path == null ? -EFAULT : files.open(directoryFd, path.cString(0), flags);
  }

  @Override
  public int statx(int directoryFd, Memory path, int flags, int mask, Memory result) {
    enter();
    return path == null ? -EFAULT : files.stat(directoryFd, path.cString(0), flags, result);
  }

  // Sockets.

  @Override
  public int socket(int domain, int type, int protocol) {
    enter();
    return sockets.socket(domain, type, protocol);
  }

  @Override
  public int socketpair(int domain, int type, int protocol, Memory pair) {
    enter();
    return sockets.socketpair(domain, type, protocol, pair);
  }

  @Override
  public int bind(int fd, Memory address, int length) {
    Objects.checkFromIndexSize(0, length, address.size());
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.bind(address, length);
  }

  @Override
  public int listen(int fd, int backlog) {
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.listen(backlog);
  }

  @Override
  public int accept4(int fd, Memory address, Memory length, int flags) {
    enter();
    return sockets.accept(fd, address, length, flags);
  }

  @Override
  public int connect(int fd, Memory address, int length) {
    Objects.checkFromIndexSize(0, length, address.size());
    enter();
    return sockets.connect(fd, address, length);
  }

  @Override
  public int sendto(
      int fd, Memory memory, int offset, int length, int flags, Memory to, int toLength) {
    Objects.checkFromIndexSize(offset, length, memory.size());
    Objects.checkFromIndexSize(0, toLength, to == null ? toLength : to.size());
    enter();
    return sockets.sendTo(fd, new Span(memory, offset, length), flags, to, toLength);
  }

  @Override
  public int recvfrom(
      int fd, Memory memory, int offset, int length, int flags, Memory from, Memory fromLength) {
    Objects.checkFromIndexSize(offset, length, memory.size());
    enter();
    return sockets.receiveFrom(fd, new Span(memory, offset, length), flags, from, fromLength);
  }

  @Override
  public int shutdown(int fd, int how) {
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.shutdown(how);
  }

  @Override
  public int getsockname(int fd, Memory address, Memory length) {
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.name(address, length);
  }

  @Override
  public int getpeername(int fd, Memory address, Memory length) {
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.peerName(address, length);
  }

  @Override
  public int setsockopt(int fd, int level, int option, Memory value, int length) {
    Objects.checkFromIndexSize(0, length, value.size());
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.setOption(level, option, value, length);
  }

  @Override
  public int getsockopt(int fd, int level, int option, Memory value, Memory length) {
    enter();
    SimulatedSocket socket = sockets.get(fd);
    return socket == null ? sockets.problem(fd) : socket.getOption(level, option, value, length);
  }

  // Readiness.

  @Override
  public int epoll_create1(int flags) {
    enter();
    return epolls.create(flags);
  }

  @Override
  public int epoll_ctl(int epollFd, int operation, int fd, Memory event) {
    enter();
    return epolls.control(epollFd, operation, fd, event);
  }

  @Override
  public int epoll_wait(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    Objects.checkFromIndexSize(0, maxEvents * EpollEvent.SIZE, events.size());
    enter();
    return epolls.await(epollFd, events, maxEvents, timeoutMillis);
  }

  @Override
  public int eventfd(int initial, int flags) {
    enter();
    if ((flags & ~(Linux.EFD_CLOEXEC | Linux.EFD_NONBLOCK | Linux.EFD_SEMAPHORE)) != 0) {
      return -EINVAL;
    }
    Counter counter = new Counter(Integer.toUnsignedLong(initial), flags);
    return table.add(counter, (flags & Linux.EFD_CLOEXEC) != 0);
  }

  @Override
  public int pipe2(Memory pair, int flags) {
    enter();
    if ((flags & ~(Linux.O_CLOEXEC | Linux.O_NONBLOCK)) != 0) {
      return -EINVAL;
    }
    if (!table.hasRoomFor(2)) {
      return -EMFILE;
    }
    SimulatedPipe pipe = new SimulatedPipe(flags);
    table.addPair(pipe.reader(), pipe.writer(), (flags & Linux.O_CLOEXEC) != 0, pair);
    return 0;
  }
}
