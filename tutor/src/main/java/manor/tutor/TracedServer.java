package manor.tutor;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import manor.docs.player.Recorder;
import manor.epoll.Clock;
import manor.http.Handler;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.Kernel;
import manor.syscall.SockAddr;

/** The server of chapter 4 with every call recorded, until Ctrl-C. */
final class TracedServer {
  private static final int MAX_PORT = 65535;
  private static final CountDownLatch WRITTEN = new CountDownLatch(1);

  private TracedServer() {}

  static Tracing tracing(int port, Path home) {
    if (port < 0 || port > MAX_PORT) {
      throw new Refusal("--port must be 0 to " + MAX_PORT + ", not " + port);
    }
    String idea = "the server of chapter 4";
    return new Tracing(
        Chapter.SERVER, "serve", idea, (r, kernel, out) -> run(r, kernel, out, port, home));
  }

  private static void run(Recorder recorder, Kernel kernel, PrintStream out, int port, Path home)
      throws Exception {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Kernel told = recorder.kernel(kernel, "server");
    ServerOptions options = ServerOptions.DEFAULT.withAddress(address);
    ManorHandler book = new ManorHandler(told, home.resolve("docs-site/target/book"));
    Handler handler = new ProgressHandler(book, home.resolve("exercises/work"));
    Server server = Server.open(told, Clock.system(), options, handler, ServerObserver.NONE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    out.println("Listening on http://" + SockAddr.format(server.address()) + ". Ctrl-C ends it.");
    server.run();
  }

  /** On Ctrl-C: the JVM ends when this returns, and not before the recording is written. */
  private static void stop(Server server) {
    server.stop();
    try {
      WRITTEN.await(ServerOptions.DEFAULT.grace().toMillis() + 5_000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The recording is on the disk. */
  static void written() {
    WRITTEN.countDown();
  }
}
