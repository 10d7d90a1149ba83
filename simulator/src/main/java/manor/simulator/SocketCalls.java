package manor.simulator;

import static manor.syscall.Errno.EAFNOSUPPORT;
import static manor.syscall.Errno.EAGAIN;
import static manor.syscall.Errno.EBADF;
import static manor.syscall.Errno.EINPROGRESS;
import static manor.syscall.Errno.EINVAL;
import static manor.syscall.Errno.EMFILE;
import static manor.syscall.Errno.ENOTSOCK;
import static manor.syscall.Errno.EOPNOTSUPP;
import static manor.syscall.Errno.EPROTONOSUPPORT;
import static manor.syscall.Errno.ESPIPE;

import manor.syscall.Linux;
import manor.syscall.Memory;

/** The calls that make sockets, and those that may have to wait for one. */
final class SocketCalls {
  private static final int TYPE = 0xf;
  private static final int FLAGS = Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC;
  private static final int ESOCKTNOSUPPORT = 94;

  private final World world;
  private final MachineSize size;
  private final DescriptorTable table;

  SocketCalls(World world, MachineSize size, DescriptorTable table) {
    this.world = world;
    this.size = size;
    this.table = table;
  }

  /** The socket of this number, or null; {@link #problem} then says why. */
  SimulatedSocket get(int fd) {
    return table.get(fd) instanceof SimulatedSocket socket ? socket : null;
  }

  int problem(int fd) {
    return table.get(fd) == null ? -EBADF : -ENOTSOCK;
  }

  int socket(int domain, int type, int protocol) {
    int wrong = check(domain, type, protocol);
    if (wrong != 0) {
      return wrong;
    }
    boolean nonBlocking = (type & Linux.SOCK_NONBLOCK) != 0;
    boolean datagrams = (type & TYPE) == Linux.SOCK_DGRAM;
    SimulatedSocket socket =
        datagrams ? datagramSocket(domain, nonBlocking) : streamSocket(domain, nonBlocking);
    return table.add(socket, (type & Linux.SOCK_CLOEXEC) != 0);
  }

  private SimulatedSocket datagramSocket(int domain, boolean nonBlocking) {
    return new DatagramSocket(
        world.postOffice(), domain, nonBlocking, SocketOptions.ofDatagrams(domain));
  }

  private SimulatedSocket streamSocket(int domain, boolean nonBlocking) {
    SocketOptions options = options(domain);
    return domain == Linux.AF_UNIX
        ? new UnixSocket(nonBlocking, options)
        : new TcpSocket(world.network(), domain, nonBlocking, options);
  }

  private SocketOptions options(int domain) {
    return domain == Linux.AF_UNIX
        ? new SocketOptions(domain, UnixSocket.USUAL_BUFFER, UnixSocket.USUAL_BUFFER)
        : new SocketOptions(domain, size.sendBuffer(), size.receiveBuffer());
  }

  private static int check(int domain, int type, int protocol) {
    if ((type & ~TYPE & ~FLAGS) != 0) {
      return -EINVAL;
    }
    boolean isUnix = domain == Linux.AF_UNIX;
    if (!isUnix && domain != Linux.AF_INET && domain != Linux.AF_INET6) {
      return -EAFNOSUPPORT;
    }
    boolean datagrams = (type & TYPE) == Linux.SOCK_DGRAM && !isUnix;
    if (!datagrams && (type & TYPE) != Linux.SOCK_STREAM) {
      return -ESOCKTNOSUPPORT;
    }
    int usual = datagrams ? Linux.IPPROTO_UDP : isUnix ? Linux.AF_UNIX : Linux.IPPROTO_TCP;
    return protocol == 0 || protocol == usual ? 0 : -EPROTONOSUPPORT;
  }

  int socketpair(int domain, int type, int protocol, Memory pair) {
    if ((type & ~TYPE & ~FLAGS) != 0) {
      return -EINVAL;
    }
    if (!table.hasRoomFor(2)) {
      return -EMFILE;
    }
    int wrong = check(domain, type, protocol);
    if (wrong != 0 || domain != Linux.AF_UNIX) {
      return wrong != 0 ? wrong : -EOPNOTSUPP;
    }
    boolean nonBlocking = (type & Linux.SOCK_NONBLOCK) != 0;
    UnixSocket one = new UnixSocket(nonBlocking, options(domain));
    UnixSocket other = new UnixSocket(nonBlocking, options(domain));
    UnixSocket.connect(one, other);
    table.addPair(one, other, (type & Linux.SOCK_CLOEXEC) != 0, pair);
    return 0;
  }

  /** A number for the connection is sought first: without one, the connection goes on waiting. */
  int accept(int fd, Memory address, Memory length, int flags) {
    if (table.get(fd) == null) {
      return -EBADF;
    }
    if ((flags & ~FLAGS) != 0) {
      return -EINVAL;
    }
    if (!table.hasRoomFor(1)) {
      return -EMFILE;
    }
    SimulatedSocket listener = get(fd);
    if (listener == null) {
      return -ENOTSOCK;
    }
    while (listener.acceptable() == -EAGAIN && listener.isBlocking()) {
      world.jumpOrFail("accept4");
    }
    int answer = listener.acceptable();
    return answer != 0 ? answer : accept(listener, address, length, flags);
  }

  private int accept(SimulatedSocket listener, Memory address, Memory length, int flags) {
    TcpSocket connection = listener.accept((flags & Linux.SOCK_NONBLOCK) != 0);
    if (address != null) {
      int answer = connection.writeRemote(address, length);
      if (answer != 0) {
        connection.released();
        return answer;
      }
    }
    return table.add(connection, (flags & Linux.SOCK_CLOEXEC) != 0);
  }

  int connect(int fd, Memory address, int length) {
    SimulatedSocket socket = get(fd);
    if (socket == null) {
      return problem(fd);
    }
    int answer = socket.connect(address, length);
    if (answer == -EINPROGRESS && socket.isBlocking()) {
      while (((TcpSocket) socket).isConnecting()) {
        world.jumpOrFail("connect");
      }
      answer = socket.connect(address, length);
    }
    return answer;
  }

  int sendTo(int fd, Span data, int flags, Memory to, int toLength) {
    SimulatedSocket socket = get(fd);
    if (socket == null) {
      return problem(fd);
    }
    if (flags != 0) {
      return -EOPNOTSUPP;
    }
    int answer = socket.sendTo(data, to, toLength);
    while (answer == -EAGAIN && socket.isBlocking()) {
      world.jumpOrFail("sendto");
      answer = socket.sendTo(data, to, toLength);
    }
    return answer;
  }

  int receiveFrom(int fd, Span room, int flags, Memory from, Memory fromLength) {
    SimulatedSocket socket = get(fd);
    if (socket == null) {
      return problem(fd);
    }
    if (flags != 0) {
      return -EOPNOTSUPP;
    }
    int answer = socket.receiveFrom(room, from, fromLength);
    while (answer == -EAGAIN && socket.isBlocking()) {
      world.jumpOrFail("recvfrom");
      answer = socket.receiveFrom(room, from, fromLength);
    }
    return answer;
  }

  int sendfile(int outFd, int inFd, Memory position, int count) {
    OpenFile in = table.get(inFd);
    if (in == null || !in.isReadable()) {
      return -EBADF;
    }
    if (position != null && !(in instanceof SimulatedFile)) {
      return -ESPIPE;
    }
    OpenFile out = table.get(outFd);
    if (out == null || !out.isWritable()) {
      return -EBADF;
    }
    if (!(in instanceof SimulatedFile file)) {
      return -EINVAL;
    }
    return out instanceof SimulatedSocket socket ? file.sendTo(socket, position, count) : -EINVAL;
  }
}
