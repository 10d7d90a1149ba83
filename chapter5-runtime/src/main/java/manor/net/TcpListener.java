package manor.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import manor.epoll.Interest;
import manor.io.Direction;
import manor.io.Handle;
import manor.io.PollEvented;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.SockAddr;
import manor.syscall.Socket;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * The reception: connections come in here, one at a time, to whoever waits.
 *
 * <p>Threads: the runtime's.
 */
public final class TcpListener implements AutoCloseable {
  private static final int BACKLOG = 4096;

  private final Handle handle;
  private final PollEvented<Socket> io;
  private final SockAddr peer = new SockAddr();

  private TcpListener(Handle handle, Socket socket) throws ErrnoException {
    this.handle = handle;
    this.io = new PollEvented<>(handle, socket, socket.fd(), Interest.READABLE);
  }

  /**
   * The future that binds to {@code address} and listens, and is done with the first poll.
   *
   * <p>It fails with ErrnoException: EADDRINUSE, EACCES, EADDRNOTAVAIL, EMFILE, ...; nothing stays
   * open then.
   */
  public static Future<TcpListener> bind(Handle handle, InetSocketAddress address) {
    return context -> Poll.ready(listen(handle, address, false));
  }

  /** The same, where others of this program may listen too: one of them gets each connection. */
  public static Future<TcpListener> bindShared(Handle handle, InetSocketAddress address) {
    return context -> Poll.ready(listen(handle, address, true));
  }

  private static TcpListener listen(Handle handle, InetSocketAddress address, boolean shared)
      throws ErrnoException {
    return new TcpListener(handle, Socket.listen(handle.kernel(), address, BACKLOG, shared));
  }

  // tag::accept[]
  /** The future of the next connection. Any number may wait; each connection goes to one. */
  public Future<TcpStream> accept() {
    return io.registration().asyncIo(Interest.READABLE, this::attempt).map(this::stream);
  }

  // end::accept[]

  // tag::poll-accept[]
  /**
   * Polls for the next connection, for one who waits for several things at once. Only the latest
   * who polled is woken.
   *
   * @throws IOException EMFILE, ENFILE, ENOMEM: the connection waits on
   */
  public Poll<TcpStream> pollAccept(Context context) throws IOException {
    Poll<Socket> poll = io.registration().pollIo(context, Direction.READ, this::attempt);
    return poll.isReady() ? Poll.ready(stream(poll.get())) : Poll.pending();
  }

  // end::poll-accept[]

  /** One who hung up while he waited (ECONNABORTED) is not worth a word: the next, please. */
  private Socket attempt() throws IOException {
    while (true) {
      try {
        return io.io().accept(peer);
      } catch (ErrnoException failed) {
        if (failed.errno() != Errno.ECONNABORTED) {
          throw failed;
        }
      }
    }
  }

  private TcpStream stream(Socket socket) throws ErrnoException {
    return new TcpStream(handle, socket, peer.get());
  }

  /** Where it listens; the port is the one that was chosen, if 0 was asked for. */
  public InetSocketAddress localAddress() throws ErrnoException {
    return io.io().localAddress();
  }

  /** How many wakers wait here. */
  public int waiting() {
    return io.registration().waiting();
  }

  /** Listens no more. Whoever waits is told. */
  @Override
  public void close() {
    io.close();
  }

  @Override
  public String toString() {
    return "TcpListener(" + io + ")";
  }
}
