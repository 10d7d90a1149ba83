package manor.epoll;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Syscall.check;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/**
 * Chapter 2 on screen: one byte for one guest, told by three lists that care in three ways; then a
 * knock that ends a wait. Every cell of the table is what a wait just answered.
 */
public final class ReadinessDemo {
  private static final String ROW = "  %-22s %-8s %-8s %s";

  private final Kernel kernel;
  private final PrintStream out;
  private final Events events = new Events(8);

  private ReadinessDemo(Kernel kernel, PrintStream out) {
    this.kernel = kernel;
    this.out = out;
  }

  /**
   * Shows the chapter's idea.
   *
   * @throws IOException when the kernel refuses what it has no reason to refuse
   */
  public static void run(Kernel kernel, PrintStream out) throws IOException {
    ReadinessDemo demo = new ReadinessDemo(kernel, out);
    demo.showThreeWays();
    demo.showKnock();
  }

  private void showThreeWays() throws IOException {
    out.println("The steward keeps three lists, and Prince Socket is on each of them.");
    out.println("A letter of one byte comes for the prince. Who tells of it, and how often?");
    out.println();
    Memory pair = Memory.allocate(2 * Integer.BYTES);
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    check("socketpair", kernel.socketpair(AF_UNIX, type, 0, pair));
    try (Fd prince = new Fd(kernel, pair.getInt(0));
        Fd friend = new Fd(kernel, pair.getInt(Integer.BYTES));
        Epoll level = Epoll.create(kernel, Clock.system());
        Epoll edge = Epoll.create(kernel, Clock.system());
        Epoll oneshot = Epoll.create(kernel, Clock.system())) {
      tell(prince, friend, List.of(level, edge, oneshot));
    }
  }

  private void tell(Fd prince, Fd friend, List<Epoll> lists) throws IOException {
    Interest readable = Interest.READABLE;
    List<Interest> ways = List.of(readable, readable.edge(), readable.oneshot());
    Memory letter = Memory.copyOf("!".getBytes(US_ASCII));
    for (int i = 0; i < lists.size(); i++) {
      lists.get(i).addInterest(prince, new Token(i), ways.get(i));
    }

    out.println(String.format(ROW, "", "level", "edge", "oneshot"));
    row("before the letter", lists);
    friend.write(letter, 0, 1);
    row("the first wait", lists);
    row("the second, unread", lists);
    friend.write(letter, 0, 1);
    row("after another letter", lists);
    for (int i = 0; i < lists.size(); i++) {
      lists.get(i).modifyInterest(prince, new Token(i), ways.get(i));
    }
    row("interest set again", lists);
    Memory desk = Memory.allocate(16);
    int read = prince.read(desk, 0, desk.size());
    row("both letters read", lists);

    out.println();
    out.println("Level repeats itself, edge tells what is new, oneshot waits to be armed again.");
    out.println("The prince has read " + read + " bytes, and now nobody has anything to tell.");
  }

  private void row(String moment, List<Epoll> lists) throws IOException {
    List<String> cells = new ArrayList<>(List.of(moment));
    for (Epoll list : lists) {
      int count = list.wait(events, 0);
      cells.add(count > 0 && events.ready(0).isReadable() ? "told" : "-");
    }
    out.println(String.format(ROW, cells.toArray()));
  }

  private void showKnock() throws IOException {
    out.println();
    out.println("The steward waits for ever. Only a knock can reach him: a counter in the kernel");
    out.println("that the messenger, on a thread of his own, may raise.");
    try (Epoll epoll = Epoll.create(kernel, Clock.system());
        EventFd door = EventFd.create(kernel)) {
      epoll.addInterest(door.fd(), new Token(7), Interest.READABLE);
      FutureTask<Integer> errand = new FutureTask<>(() -> knock(door, 3));
      new Thread(errand, "messenger").start();

      int count = epoll.wait(events, Epoll.FOREVER);
      out.println("The wait ended: " + count + " event, token " + events.key(0) + ".");
      out.println("The messenger says he knocked " + result(errand) + " times.");
      out.println("The counter says " + door.drain() + ": many knocks, one readiness, none lost.");
      out.println("Looking once more finds " + epoll.wait(events, 0) + " events.");
    }
  }

  private static int knock(EventFd door, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      door.knock();
    }
    return times;
  }

  private static int result(FutureTask<Integer> errand) throws IOException {
    try {
      return errand.get();
    } catch (Exception failed) {
      throw new IOException("the messenger did not come back", failed);
    }
  }
}
