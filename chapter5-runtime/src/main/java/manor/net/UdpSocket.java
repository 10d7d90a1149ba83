package manor.net;

import static manor.syscall.Fd.WOULD_BLOCK;
import static manor.syscall.Syscall.check;

import java.net.InetSocketAddress;
import manor.epoll.Interest;
import manor.io.Handle;
import manor.io.PollEvented;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.SockAddr;
import manor.syscall.Socket;
import manor.task.Future;

/**
 * Datagrams to and from one peer: each arrives whole or not at all, and perhaps out of order. It is
 * connected in the sense of udp(7): the kernel knows whom {@link #send} is for, passes on only what
 * that peer sent, and reports what came back of it (ECONNREFUSED: nobody listens there).
 *
 * <p>Threads: the runtime's.
 */
public final class UdpSocket implements AutoCloseable {
  private final PollEvented<Socket> io;

  private UdpSocket(Handle handle, Socket socket) throws ErrnoException {
    this.io = new PollEvented<>(handle, socket, socket.fd(), PollEvented.BOTH_WAYS);
  }

  /**
   * A socket at {@code local}; port 0 lets the kernel choose.
   *
   * @throws ErrnoException EADDRINUSE, EACCES, EMFILE, ...; nothing stays open
   */
  public static UdpSocket bind(Handle handle, InetSocketAddress local) throws ErrnoException {
    SockAddr envelope = SockAddr.of(local);
    Kernel kernel = handle.kernel();
    Socket socket = Socket.open(kernel, envelope.family(), Linux.SOCK_DGRAM);
    try {
      check("bind", kernel.bind(socket.number(), envelope.memory(), envelope.length()));
    } catch (ErrnoException refused) {
      socket.close();
      throw refused;
    }
    return new UdpSocket(handle, socket);
  }

  /**
   * Chooses the peer, or another one.
   *
   * @throws ErrnoException ENETUNREACH, EACCES, ...
   */
  public void connect(InetSocketAddress peer) throws ErrnoException {
    io.io().connect(peer);
  }

  private static Integer orNull(int answer) {
    return answer == WOULD_BLOCK ? null : Integer.valueOf(answer);
  }

  /** The future that sends one datagram. EDESTADDRREQ without a peer, EMSGSIZE, ECONNREFUSED. */
  public Future<Integer> send(Memory memory, int offset, int length) {
    return io.registration()
        .asyncIo(Interest.WRITABLE, () -> orNull(io.io().write(memory, offset, length)));
  }

  /** The future of the next datagram: its size. What {@code length} cannot hold is lost. */
  public Future<Integer> receive(Memory memory, int offset, int length) {
    return io.registration()
        .asyncIo(Interest.READABLE, () -> orNull(io.io().read(memory, offset, length)));
  }

  /** This end's address. */
  public InetSocketAddress localAddress() throws ErrnoException {
    return io.io().localAddress();
  }

  /** Closes it, once. Whoever waits is told. */
  @Override
  public void close() {
    io.close();
  }
}
