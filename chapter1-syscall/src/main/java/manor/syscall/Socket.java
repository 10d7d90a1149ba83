package manor.syscall;

import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Syscall.check;

import java.net.InetSocketAddress;

/**
 * A descriptor that speaks to the network: a listener or one end of a connection. Close-on-exec and
 * non-blocking from birth, so that no call here ever waits.
 *
 * <p>Threads: as {@link Fd}.
 */
public final class Socket implements AutoCloseable {
  private final Fd fd;

  private Socket(Fd fd) {
    this.fd = fd;
  }

  /**
   * A new socket of the given family: socket(2).
   *
   * @param domain {@link Linux#AF_INET} or {@link Linux#AF_INET6}
   * @param type {@link Linux#SOCK_STREAM} or {@link Linux#SOCK_DGRAM}
   * @throws ErrnoException EMFILE, ENFILE, EAFNOSUPPORT, ENOMEM, ...
   */
  // tag::open[]
  public static Socket open(Kernel kernel, int domain, int type) throws ErrnoException {
    int answer = kernel.socket(domain, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    return new Socket(Fd.of(kernel, "socket", answer));
  }

  // end::open[]

  /**
   * A socket that listens: socket, setsockopt, bind and listen in the order they must come.
   *
   * @param address where; port 0 lets the kernel choose, and {@link #localAddress} tells
   * @param backlog how many connections may wait to be accepted; the kernel caps it
   * @param reusePort whether others of the same user may listen here too (SO_REUSEPORT, socket(7))
   * @throws ErrnoException EADDRINUSE, EACCES, EADDRNOTAVAIL, EMFILE, ...; nothing stays open
   */
  public static Socket listen(
      Kernel kernel, InetSocketAddress address, int backlog, boolean reusePort)
      throws ErrnoException {
    // tag::listen[]
    SockAddr envelope = SockAddr.of(address);
    Socket socket = open(kernel, envelope.family(), Linux.SOCK_STREAM);
    try {
      socket.becomeDoor(envelope, backlog, reusePort);
      return socket;
    } catch (ErrnoException refused) {
      socket.close();
      throw refused;
    }
    // end::listen[]
  }

  // tag::door[]
  private void becomeDoor(SockAddr envelope, int backlog, boolean reusePort) throws ErrnoException {
    set(Linux.SOL_SOCKET, Linux.SO_REUSEADDR, 1);
    if (reusePort) {
      set(Linux.SOL_SOCKET, Linux.SO_REUSEPORT, 1);
    }
    check("bind", kernel().bind(number(), envelope.memory(), envelope.length()));
    check("listen", kernel().listen(number(), backlog));
  }

  // end::door[]

  /**
   * The next waiting connection: accept4(2).
   *
   * @param peer where the other side's address goes, or null if nobody asks
   * @return the connection, or null when nobody is waiting (EAGAIN)
   * @throws ErrnoException ECONNABORTED (that one left), EMFILE, ENFILE, ENOBUFS, ENOMEM, ...
   */
  // tag::accept[]
  public Socket accept(SockAddr peer) throws ErrnoException {
    int answer;
    do {
      answer = accept4(peer);
    } while (answer == -Errno.EINTR);
    return answer == Fd.WOULD_BLOCK ? null : new Socket(Fd.of(kernel(), "accept4", answer));
  }

  // end::accept[]

  private int accept4(SockAddr peer) {
    int flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
    if (peer == null) {
      return kernel().accept4(number(), null, null, flags);
    }
    peer.clear();
    return kernel().accept4(number(), peer.memory(), peer.lengthMemory(), flags);
  }

  /**
   * Begins to connect: connect(2). It is done when the socket becomes writable, and {@link #error}
   * then says how it went.
   *
   * @throws ErrnoException ECONNREFUSED, ENETUNREACH, ...; EINPROGRESS is no failure
   */
  public void connect(InetSocketAddress address) throws ErrnoException {
    SockAddr envelope = SockAddr.of(address);
    int answer = kernel().connect(number(), envelope.memory(), envelope.length());
    if (answer != -Errno.EINPROGRESS && answer != -Errno.EINTR) {
      check("connect", answer);
    }
  }

  /** As {@link Fd#read}. */
  public int read(Memory memory, int offset, int length) throws ErrnoException {
    return fd.read(memory, offset, length);
  }

  /** As {@link Fd#write}. */
  public int write(Memory memory, int offset, int length) throws ErrnoException {
    return fd.write(memory, offset, length);
  }

  // tag::datagrams[]
  /**
   * Sends one datagram: sendto(2).
   *
   * @param to for whom, or null for the peer that was chosen by {@link #connect}
   * @return its bytes, or {@link Fd#WOULD_BLOCK}
   * @throws ErrnoException EMSGSIZE, EDESTADDRREQ, ECONNREFUSED, ENETUNREACH, ...
   */
  public int sendTo(Memory memory, int offset, int length, SockAddr to) throws ErrnoException {
    Memory address = to == null ? null : to.memory();
    int size = to == null ? 0 : to.length();
    int answer;
    do {
      answer = kernel().sendto(number(), memory, offset, length, 0, address, size);
    } while (answer == -Errno.EINTR);
    return answer == Fd.WOULD_BLOCK ? answer : check("sendto", answer);
  }

  /**
   * Takes the next datagram: recvfrom(2). What {@code length} cannot hold of it is lost.
   *
   * @param from where the sender's address goes
   * @return its bytes, 0 for an empty one, or {@link Fd#WOULD_BLOCK}
   * @throws ErrnoException ECONNREFUSED: the peer has no such port; ...
   */
  public int receiveFrom(Memory memory, int offset, int length, SockAddr from)
      throws ErrnoException {
    int answer;
    do {
      from.clear();
      answer = recvfrom(memory, offset, length, from);
    } while (answer == -Errno.EINTR);
    return answer == Fd.WOULD_BLOCK ? answer : check("recvfrom", answer);
  }

  private int recvfrom(Memory memory, int offset, int length, SockAddr from) {
    return kernel()
        .recvfrom(number(), memory, offset, length, 0, from.memory(), from.lengthMemory());
  }

  // end::datagrams[]

  /**
   * Ends one or both directions for everyone who holds the connection: shutdown(2).
   *
   * @param how {@link Linux#SHUT_RD}, {@link Linux#SHUT_WR} or {@link Linux#SHUT_RDWR}
   * @throws ErrnoException ENOTCONN when the peer is gone already
   */
  public void shutdown(int how) throws ErrnoException {
    check("shutdown", kernel().shutdown(number(), how));
  }

  /** Sets an option that takes an int: setsockopt(2), socket(7), tcp(7). */
  public void set(int level, int option, int value) throws ErrnoException {
    Memory memory = Memory.allocate(Integer.BYTES);
    memory.putInt(0, value);
    check("setsockopt", kernel().setsockopt(number(), level, option, memory, Integer.BYTES));
  }

  /** The value of an option that is an int: getsockopt(2). */
  public int get(int level, int option) throws ErrnoException {
    Memory value = Memory.allocate(Integer.BYTES);
    Memory length = Memory.allocate(Integer.BYTES);
    length.putInt(0, Integer.BYTES);
    check("getsockopt", kernel().getsockopt(number(), level, option, value, length));
    return value.getInt(0);
  }

  /** The error that happened since last asked, or 0; asking clears it (SO_ERROR, socket(7)). */
  public int error() throws ErrnoException {
    return get(Linux.SOL_SOCKET, Linux.SO_ERROR);
  }

  /** This end's address: getsockname(2). */
  public InetSocketAddress localAddress() throws ErrnoException {
    SockAddr envelope = new SockAddr();
    int answer = kernel().getsockname(number(), envelope.memory(), envelope.lengthMemory());
    check("getsockname", answer);
    return envelope.get();
  }

  /** The other end's address: getpeername(2). ENOTCONN when there is none. */
  public InetSocketAddress peerAddress() throws ErrnoException {
    SockAddr envelope = new SockAddr();
    int answer = kernel().getpeername(number(), envelope.memory(), envelope.lengthMemory());
    check("getpeername", answer);
    return envelope.get();
  }

  /** The descriptor it owns. */
  public Fd fd() {
    return fd;
  }

  /** The kernel's number for it, or -1 once closed. */
  public int number() {
    return fd.number();
  }

  private Kernel kernel() {
    return fd.kernel();
  }

  /** Closes the descriptor, once. Unread bytes at this moment make the kernel send a reset. */
  @Override
  public void close() {
    fd.close();
  }

  @Override
  public String toString() {
    return "socket " + fd;
  }
}
