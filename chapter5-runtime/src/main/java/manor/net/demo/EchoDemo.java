package manor.net.demo;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import manor.net.TcpListener;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.syscall.SockAddr;
import manor.task.Future;

/** Chapter 5 on screen: a server that says what it hears, a task for each guest. */
public final class EchoDemo {
  private EchoDemo() {}

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
      out.println("Echo at " + SockAddr.format(listener.localAddress()) + ". Ctrl-C ends it.");
      // tag::serve[]
      runtime.blockOn(Future.race(Reception.serve(runtime, listener, EchoConnection::new), end));
      // end::serve[]
      out.println("Guests still here at the end: " + runtime.tasks() + ".");
    }
  }

  /** The same with the usual options. */
  public static void run(Kernel kernel, PrintStream out, InetSocketAddress address)
      throws Exception {
    run(kernel, Reception.recordable(), out, address);
  }
}
