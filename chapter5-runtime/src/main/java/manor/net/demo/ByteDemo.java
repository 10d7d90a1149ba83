package manor.net.demo;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.net.TcpListener;
import manor.net.TcpStream;
import manor.runtime.JoinHandle;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Notify;

/**
 * Chapter 5 on screen: the way of one byte, from the kernel to the task that waits for it. Every
 * line is a step that the {@link Ledger} was told of as it was taken.
 */
public final class ByteDemo {
  private static final int INDENT = 21;
  private static final int WIDTH = 80 - INDENT;

  private final Runtime runtime;
  private final ByteWay way;
  private final Notify arrived = new Notify();
  private final Memory desk = Memory.allocate(1);

  private ByteDemo(Runtime runtime, ByteWay way) {
    this.runtime = runtime;
    this.way = way;
  }

  /**
   * Shows the chapter's idea.
   *
   * @throws Exception when the kernel refuses what it has no reason to refuse
   */
  public static void run(Kernel kernel, PrintStream out) throws Exception {
    out.println("Prince Socket waits for a letter; his task sleeps. A friend sends one byte.");
    out.println();
    int[] step = new int[1];
    follow(
        kernel,
        new ByteWay(
            (who, what) -> out.println("%3d  %-15s %s".formatted(++step[0], who, folded(what)))));
    out.println();
    out.println("The letter is read. The prince looked for more, found none, took the readiness");
    out.println("away and left his messenger: everything is as it was before the letter came.");
  }

  /** A line of a terminal has 80 columns; what a call was given goes on in the next. */
  private static String folded(String what) {
    int fold = what.lastIndexOf(" ", WIDTH - 1);
    return what.length() <= WIDTH
        ? what
        : what.substring(0, fold) + "\n" + " ".repeat(INDENT + 2) + what.substring(fold + 1);
  }

  /** Lets one byte go its way, and tells {@code way} from its sending to the task's next sleep. */
  static void follow(Kernel kernel, ByteWay way) throws Exception {
    RuntimeOptions options = RuntimeOptions.standard().with((Ledger) way);
    try (Runtime runtime = Runtime.open(kernel, options)) {
      new ByteDemo(runtime, way).follow();
    }
  }

  private void follow() throws Exception {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TcpListener door = runtime.blockOn(TcpListener.bind(runtime.handle(), anywhere));
    JoinHandle<TcpStream> accepting = runtime.spawn(door.accept());
    TcpStream friend = runtime.blockOn(TcpStream.connect(runtime.handle(), door.localAddress()));
    TcpStream prince = runtime.blockOn(accepting);
    runtime.blockOn(prince.writable());

    JoinHandle<Void> task = runtime.spawn(guest(prince));
    way.watch(task.id());
    runtime.blockOn(Future.ready(null).then(polledAfterTheGuest -> send(friend)));
    way.listen(false);
  }

  // tag::guest[]
  /** Reads whatever comes, one letter after another. */
  private Future<Void> guest(TcpStream prince) {
    return Future.loop(
        () ->
            prince
                .read(desk, 0, desk.size())
                .map(
                    count -> {
                      arrived.notifyOne();
                      return count > 0;
                    }));
  }

  private Future<Void> send(TcpStream friend) {
    way.listen(true);
    return friend.writeAll(Memory.copyOf(new byte[] {'!'}), 0, 1).then(sent -> arrived.notified());
  }
  // end::guest[]
}
