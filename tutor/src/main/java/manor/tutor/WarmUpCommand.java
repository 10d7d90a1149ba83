package manor.tutor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import manor.epoll.Clock;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.Kernel;
import manor.syscall.LinuxKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Loads what the server needs by serving one request to itself, or what the exercises need by
 * judging one, so that the class archive made from this run lets later starts find it ready. The
 * script runs it after a build; nobody types it.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Serves one request, or judges one answer, and ends.")
final class WarmUpCommand implements Callable<Integer> {
  private static final byte[] REQUEST =
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nConnection: close\r\n\r\n!"
          .getBytes(StandardCharsets.US_ASCII);

  /** Whose classes are wanted. */
  enum Whose {
    SERVER,
    EXERCISES
  }

  @ParentCommand private Main main;

  @Parameters(index = "0", description = "Whose classes are wanted.")
  private Whose whose;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (whose == Whose.EXERCISES) {
      Rehearsal.run();
    } else if (LinuxKernel.isSupported()) {
      serve();
    }
    return 0;
  }

  private void serve() throws IOException, InterruptedException {
    Kernel kernel = LinuxKernel.open();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ServerOptions options = ServerOptions.DEFAULT.withAddress(anyPort);
    ManorHandler handler = new ManorHandler(kernel, main.home().resolve("docs-site/target/book"));
    Server server = Server.open(kernel, Clock.system(), options, handler, ServerObserver.NONE);
    Thread runner = new Thread(server::run, "reactor");
    runner.start();
    ask(server.address());
    server.stop();
    runner.join();
  }

  private static void ask(InetSocketAddress server) throws IOException {
    try (Socket client = new Socket(server.getAddress(), server.getPort())) {
      client.getOutputStream().write(REQUEST);
      client.getInputStream().readAllBytes();
    }
  }
}
