package manor.net.demo;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import manor.net.TcpListener;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.syscall.SockAddr;
import manor.task.Future;

/** Chapter 5 on screen: one sentence of HTTP, for every request that ends with an empty line. */
public final class HelloDemo {
  private HelloDemo() {}

  /**
   * Serves until it is asked to end.
   *
   * @param address where; port 0 lets the kernel choose
   * @throws Exception when nobody can be received there, or the kernel refuses
   */
  public static void run(
      Kernel kernel, RuntimeOptions options, PrintStream out, InetSocketAddress address)
      throws Exception {
    try (Runtime runtime = Runtime.open(kernel, options)) {
      Future<Void> end = Reception.askedToEnd(runtime.handle());
      TcpListener listener = runtime.blockOn(TcpListener.bind(runtime.handle(), address));
      String where = SockAddr.format(listener.localAddress());
      out.println("Hello at http://" + where + "/. Ctrl-C ends it.");
      MemoryShelf shelf = new MemoryShelf(HelloConnection.DESK_SIZE);
      Future<Void> serving =
          Reception.serve(runtime, listener, guest -> new HelloConnection(guest, shelf).serve());
      runtime.blockOn(Future.race(serving, end));
      out.println("Guests still here at the end: " + runtime.tasks() + ".");
    }
  }

  /** The same with the usual options. */
  public static void run(Kernel kernel, PrintStream out, InetSocketAddress address)
      throws Exception {
    run(kernel, Reception.recordable(), out, address);
  }
}
