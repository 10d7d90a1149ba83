package manor.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import manor.epoll.Clock;
import manor.http.Desk;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;
import manor.syscall.TracingKernel;

/**
 * Chapter 4 on screen: three guests talk at once and one thread serves them all, turn by turn; then
 * the system calls of a single request. Every line of the table and of the trace is from the run.
 */
public final class ReactorDemo {
  private static final String ROW = "%4d  %-22s %s";
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: manor\r\n\r\n";
  private static final String SHORT_REQUEST = "GET / HTTP/1.0\r\n\r\n";
  private static final long HALTING = Reactor.LISTENER + 2;
  private static final Map<Long, String> NAMES =
      Map.of(
          Reactor.KNOCK,
          "knock",
          Reactor.LISTENER,
          "door",
          Reactor.LISTENER + 1,
          "Swift",
          HALTING,
          "Halting",
          Reactor.LISTENER + 3,
          "Fickle",
          Reactor.LISTENER + 4,
          "Single");

  private final Kernel kernel;
  private final PrintStream out;
  private final Memory memory = Memory.allocate(4096);
  private final LoopView view = new LoopView(NAMES::get);
  private final Reactor reactor;
  private final InetSocketAddress address;
  private Consumer<String> trace = view::traced;
  private int turns;

  private ReactorDemo(Kernel kernel, PrintStream out) throws IOException {
    this.kernel = kernel;
    this.out = out;
    Kernel traced = new TracingKernel(kernel, line -> trace.accept(line));
    ServerOptions options = ServerOptions.DEFAULT.withAddress(anyPort());
    Desk desk =
        new Desk(
            new ManorHandler(kernel, Path.of("book")),
            view,
            options.limits(),
            options.timeouts(),
            InstantSource.system());
    Socket listener = Socket.listen(traced, options.address(), 16, false);
    this.address = listener.localAddress();
    this.reactor = new Reactor(traced, Clock.system(), listener, options, desk, view);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /**
   * Shows the chapter's idea.
   *
   * @throws IOException when the kernel refuses what it has no reason to refuse
   */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    ReactorDemo demo = new ReactorDemo(kernel, out);
    try {
      demo.showThreeGuests();
      demo.showOneRequest();
    } finally {
      demo.reactor.close();
    }
  }

  private void showThreeGuests() throws IOException {
    out.println("One thread, one question: who is ready? Three guests come at once. Swift sends");
    out.println("whole requests, Halting one byte at a time, Fickle half a request and leaves.");
    out.println();
    out.println("turn  ready                  done");
    try (Socket swift = connect();
        Socket halting = connect();
        Socket fickle = connect()) {
      turn();
      say(swift, REQUEST);
      say(fickle, REQUEST.substring(0, 12));
      for (int i = 0; i < SHORT_REQUEST.length(); i++) {
        if (i == 2) {
          leave(fickle);
        }
        if (i % 4 == 3) {
          say(swift, REQUEST);
        }
        say(halting, SHORT_REQUEST.substring(i, i + 1));
        turn();
      }
      while (view.isOpen(HALTING)) {
        turn();
      }
      int heard = swift.read(memory, 0, memory.size());
      leave(swift);
      turn();
      out.println();
      out.println("Swift has heard " + heard + " bytes, while Halting was still spelling.");
    }
    out.println(view.answers() + " answers in " + turns + " turns, on one thread.");
  }

  private void showOneRequest() throws IOException {
    out.println();
    out.println("And the system calls of one request. A guest knocks and asks:");
    out.println();
    trace = line -> out.println("  " + narrow(line));
    try (Socket single = connect()) {
      reactor.turn();
      say(single, REQUEST);
      reactor.turn();
      out.println();
      out.println("Asks again, and that is all that a request costs: wait, read, write.");
      out.println();
      say(single, REQUEST);
      reactor.turn();
      out.println();
      out.println("And leaves, having read both answers.");
      out.println();
      single.read(memory, 0, memory.size());
    }
    reactor.turn();
    trace = line -> {};
  }

  private Socket connect() throws IOException {
    Socket guest = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
    guest.connect(address);
    return guest;
  }

  private void say(Socket guest, String words) throws IOException {
    memory.bytes().put(0, words.getBytes(US_ASCII));
    guest.write(memory, 0, words.length());
  }

  private static void leave(Socket guest) {
    guest.close();
  }

  private void turn() {
    reactor.turn();
    out.println(view.turn(ROW, ++turns));
  }

  /** Without the column strace puts its results in. */
  private static String narrow(String line) {
    return line.replaceFirst("\\) +=", ") =");
  }
}
