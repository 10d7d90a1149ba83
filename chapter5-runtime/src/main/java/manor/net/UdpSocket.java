package manor.net;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.syscall.Fd.WOULD_BLOCK;
import static manor.syscall.Syscall.check;

import java.net.InetSocketAddress;
import manor.io.Attempt;
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
 * Datagrams: each arrives whole or not at all, and perhaps out of order. There are two ways to use
 * one, udp(7):
 *
 * <ul>
 *   <li>{@link #sendTo} and {@link #receiveFrom} write to anybody and hear everybody, and who sent
 *       what comes with it. Whether anybody was there nobody tells.
 *   <li>After {@link #connect}, {@link #send} and {@link #receive} are for one peer: the kernel
 *       passes on only what that peer sent, and reports what came back of it (ECONNREFUSED: nobody
 *       listens there).
 * </ul>
 *
 * <p>Threads: the runtime's.
 */
public final class UdpSocket implements AutoCloseable {
  private final PollEvented<Socket> io;
  private final SockAddr sender = new SockAddr();

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

  // tag::send-to[]
  /**
   * The future that sends one datagram to {@code target}: its size. EMSGSIZE: it is longer than
   * 65,507 bytes; ENETUNREACH, EACCES (a broadcast), ...
   */
  public Future<Integer> sendTo(Memory memory, int offset, int length, InetSocketAddress target) {
    SockAddr envelope = SockAddr.of(target);
    return sending(() -> io.io().sendTo(memory, offset, length, envelope));
  }

  /** The future of the next datagram and who sent it. What {@code length} cannot hold is lost. */
  public Future<Datagram> receiveFrom(Memory memory, int offset, int length) {
    return io.registration().asyncIo(READABLE, () -> attempt(memory, offset, length));
  }

  private Datagram attempt(Memory memory, int offset, int length) throws ErrnoException {
    int answer = io.io().receiveFrom(memory, offset, length, sender);
    return answer == WOULD_BLOCK ? null : new Datagram(answer, sender.get());
  }

  // end::send-to[]

  /** The future that sends one datagram to the peer. EDESTADDRREQ: there is none; ECONNREFUSED. */
  public Future<Integer> send(Memory memory, int offset, int length) {
    return sending(() -> io.io().sendTo(memory, offset, length, null));
  }

  private Future<Integer> sending(Attempt<Integer> attempt) {
    return io.registration()
        .asyncIo(
            WRITABLE,
            () -> {
              Integer answer = attempt.attempt();
              return answer == WOULD_BLOCK ? null : answer;
            });
  }

  /** The future of the next datagram: its size. What {@code length} cannot hold is lost. */
  public Future<Integer> receive(Memory memory, int offset, int length) {
    return receiveFrom(memory, offset, length).map(Datagram::length);
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
