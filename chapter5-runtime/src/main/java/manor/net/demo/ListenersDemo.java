package manor.net.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import manor.io.Handle;
import manor.net.TcpListener;
import manor.net.TcpStream;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.SockAddr;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * Chapter 5 on screen: one task that waits for many ports at once. Each poll asks every listener;
 * whichever has a guest answers, and those that have none keep the task's waker.
 */
public final class ListenersDemo {
  /** The first port, and the one after the last: 75 of them. */
  public static final int FIRST_PORT = 1024;

  public static final int AFTER_LAST_PORT = 1099;

  private final Runtime runtime;
  private final PrintStream out;
  private final List<TcpListener> listeners = new ArrayList<>();

  private ListenersDemo(Runtime runtime, PrintStream out) {
    this.runtime = runtime;
    this.out = out;
  }

  /**
   * Listens until it is asked to end. A port that cannot be had is named and left out.
   *
   * @param host where to listen
   * @param firstPort the first port
   * @param afterLastPort the port after the last
   * @throws Exception when no port at all can be had, or the kernel refuses
   */
  public static void run(
      Kernel kernel,
      RuntimeOptions options,
      PrintStream out,
      InetAddress host,
      int firstPort,
      int afterLastPort)
      throws Exception {
    try (Runtime runtime = Runtime.open(kernel, options)) {
      ListenersDemo demo = new ListenersDemo(runtime, out);
      Future<Void> end = Reception.askedToEnd(runtime.handle());
      for (int port = firstPort; port < afterLastPort; port++) {
        demo.listen(new InetSocketAddress(host, port));
      }
      demo.announce();
      runtime.blockOn(Future.race(demo.receive(), end));
    }
  }

  /** The same at 127.0.0.1 with the ports 1024 to 1098 and the usual options. */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    InetAddress host = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    run(kernel, Reception.recordable(), out, host, FIRST_PORT, AFTER_LAST_PORT);
  }

  private void listen(InetSocketAddress address) throws Exception {
    Handle handle = runtime.handle();
    try {
      listeners.add(runtime.blockOn(TcpListener.bind(handle, address)));
    } catch (ErrnoException refused) {
      String why = refused.errno() == Errno.EADDRINUSE ? "it is in use" : refused.getMessage();
      out.println("Port " + address.getPort() + " is left out: " + why + ".");
    }
  }

  private void announce() throws ErrnoException {
    if (listeners.isEmpty()) {
      throw new ErrnoException("bind", Errno.EADDRINUSE);
    }
    InetSocketAddress first = listeners.get(0).localAddress();
    InetSocketAddress last = listeners.get(listeners.size() - 1).localAddress();
    out.println(
        "One task waits for %d ports, %s to %d. Ctrl-C ends it."
            .formatted(listeners.size(), SockAddr.format(first), last.getPort()));
  }

  // tag::receive[]
  private Future<Void> receive() {
    return Future.loop(() -> Future.pollFn(this::pollAccept).map(this::turnAway));
  }

  private boolean turnAway(TcpStream guest) {
    out.println("receiver conn: " + guest);
    guest.close();
    return true;
  }

  // end::receive[]
  // tag::ask-all[]
  private Poll<TcpStream> pollAccept(Context context) throws IOException {
    for (TcpListener listener : listeners) {
      Poll<TcpStream> poll = listener.pollAccept(context);
      if (poll.isReady()) {
        return poll;
      }
    }
    return Poll.pending();
  }
  // end::ask-all[]
}
