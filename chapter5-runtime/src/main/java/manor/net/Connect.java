package manor.net;

import java.net.InetSocketAddress;
import manor.io.Handle;
import manor.io.Readiness;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import manor.syscall.Socket;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * Begins to connect, waits until the socket is writable, and asks how it went. The socket is this
 * future's until then.
 */
final class Connect implements Future<TcpStream> {
  private static final int IPV4 = 4;

  private final Handle handle;
  private final InetSocketAddress address;
  private TcpStream stream;
  private Readiness writable;

  Connect(Handle handle, InetSocketAddress address) {
    this.handle = handle;
    this.address = address;
  }

  @Override
  public Poll<TcpStream> poll(Context context) throws ErrnoException {
    try {
      if (stream == null) {
        begin();
      }
      if (writable.poll(context).isPending()) {
        return Poll.pending();
      }
      stream.checkConnected();
    } catch (ErrnoException refused) {
      drop();
      throw refused;
    }
    TcpStream connected = stream;
    stream = null;
    return Poll.ready(connected);
  }

  /** Registered only after connect: a socket that does not even try counts as hung up. */
  private void begin() throws ErrnoException {
    boolean ipv4 = address.getAddress().getAddress().length == IPV4;
    int family = ipv4 ? Linux.AF_INET : Linux.AF_INET6;
    Socket socket = Socket.open(handle.kernel(), family, Linux.SOCK_STREAM);
    try {
      socket.connect(address);
    } catch (ErrnoException refused) {
      socket.close();
      throw refused;
    }
    stream = new TcpStream(handle, socket, address);
    writable = stream.writable();
  }

  @Override
  public void drop() {
    if (stream != null) {
      writable.drop();
      stream.close();
      stream = null;
    }
  }
}
