package manor.benchmarks.subject;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import manor.net.demo.EchoDemo;
import manor.net.demo.HelloDemo;
import manor.syscall.LinuxKernel;

/** The two servers of chapter 5, exactly as {@code ./manor run chapter5} starts them. */
final class RuntimeSubject {
  private RuntimeSubject() {}

  static int open(String demo) throws Exception {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    PrintStream listener = new PrintStream(new PortFinder(port), true, StandardCharsets.UTF_8);
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Thread runner = new Thread(() -> run(demo, listener, anyPort, port), "runtime");
    runner.start();
    return port.get();
  }

  private static void run(
      String demo, PrintStream out, InetSocketAddress address, CompletableFuture<Integer> port) {
    try {
      if (demo.equals("echo")) {
        EchoDemo.run(LinuxKernel.open(), out, address);
      } else {
        HelloDemo.run(LinuxKernel.open(), out, address);
      }
    } catch (Exception failed) {
      port.completeExceptionally(failed);
    }
  }

  /** Reads the port out of the first line that a demonstration prints. */
  private static final class PortFinder extends OutputStream {
    private final CompletableFuture<Integer> port;
    private final StringBuilder line = new StringBuilder();

    PortFinder(CompletableFuture<Integer> port) {
      this.port = port;
    }

    @Override
    public void write(int octet) {
      line.append((char) octet);
      if (octet == '\n') {
        port.complete(Integer.valueOf(line.toString().replaceFirst("(?s).*:(\\d+).*", "$1")));
        line.setLength(0);
      }
    }
  }
}
