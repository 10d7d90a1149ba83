package manor.exercises.fewercalls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.List;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.exercises.Caret;
import manor.exercises.Trail;
import manor.simulator.FaultyKernel;
import manor.simulator.MachineSize;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;

/** A clerk at work for one visitor, with a list of the calls he makes. One thread. */
final class CountedClerk {
  private static final int MOST_TURNS = 5_000;

  private final World world = new World();
  private final SimulatedKernel simulated =
      new SimulatedKernel(world, MachineSize.USUAL.buffers(4_608, 4_608));
  private final Memory memory = Memory.allocate(8_192);
  private final Events events = new Events(8);
  private final Epoll epoll;
  private final Fd friend;
  private final OneVisitor visitor;
  private boolean hasLeft;

  /** What meddles with the clerk's calls. */
  final FaultyKernel faulty = new FaultyKernel(simulated);

  /** The clerk's calls, as strace prints them. */
  final List<String> calls = new ArrayList<>();

  /** Whether the clerk still has the visitor. */
  boolean here = true;

  CountedClerk() throws ErrnoException {
    Kernel traced = Trail.over(new TracingKernel(faulty, this::write));
    epoll = Epoll.create(traced, world.clock());
    simulated.socketpair(Linux.AF_UNIX, Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK, 0, memory);
    friend = new Fd(simulated, memory.getInt(0));
    visitor = new OneVisitor(epoll, new Fd(traced, memory.getInt(4)), new Token(7));
    String asked = calls.get(calls.size() - 1);
    that(
        !asked.contains("EPOLLET") && !asked.contains("EPOLLONESHOT"),
        "The interest is no longer by level. Told by edge or once, the clerk would have to read"
            + " until EAGAIN, or to\n"
            + "arm it again: a call more for each letter.\n"
            + "  "
            + asked);
    calls.clear();
  }

  private void write(String line) {
    calls.add(line.replaceFirst(" +=", " ="));
    if (calls.size() > 3 * MOST_TURNS) {
      throw mistake(
          "The clerk makes calls without end, and none of them changes anything: an answer such as"
              + " EAGAIN is no count.\n  "
              + calls.get(calls.size() - 1));
    }
  }

  /** The visitor sends this; how much of it found room. */
  int sends(String text) throws ErrnoException {
    memory.bytes().put(0, text.getBytes(US_ASCII));
    return friend.write(memory, 0, text.length());
  }

  /** The visitor sends letters and reads no thanks, until the clerk takes no more. */
  void isSlow() throws ErrnoException {
    int sent = 1;
    for (int letters = 0; letters < 100_000 && sent > 0; letters += 60) {
      sent = sends("\n".repeat(60));
      turns();
    }
  }

  /** Now he reads, until nothing more comes. */
  void isHeardOut() throws ErrnoException {
    while (!hears().isEmpty()) {
      turns();
    }
  }

  /** How many calls began like that. */
  int count(String call) {
    return (int) calls.stream().filter(line -> line.startsWith(call)).count();
  }

  /** The visitor closes. */
  void leaves() {
    hasLeft = true;
    friend.close();
  }

  /** Turns until nobody is ready; how many there were. */
  int turns() throws ErrnoException {
    int turns = 0;
    while (epoll.wait(events, 0) > 0 && here) {
      ready();
      if (!here && !hasLeft) {
        throw mistake(tooSoon());
      }
      if (++turns > MOST_TURNS) {
        throw mistake(reason(String.join("\n  ", calls.subList(calls.size() - 4, calls.size()))));
      }
    }
    return turns;
  }

  private String tooSoon() {
    List<String> last = calls.subList(Math.max(0, calls.size() - 3), calls.size());
    String read = last.stream().filter(call -> call.startsWith("read(")).findFirst().orElse("");
    return (read.isEmpty()
            ? "Nothing was read, and the visitor was closed. "
            : read.contains("EAGAIN")
            ? "read answered -11 (EAGAIN: nothing now), and the visitor was closed. "
            : "Fewer bytes came than there is room for, and the visitor was closed. ")
        + "He is still there:\nonly 0 is the end of file.\n  "
        + String.join("\n  ", last);
  }

  /** The clerk is told that his visitor is ready. */
  void ready() throws ErrnoException {
    try {
      here = visitor.ready();
    } catch (ErrnoException thrown) {
      that(
          thrown.errno() != Errno.EAGAIN,
          "The clerk was called although nothing had come: read answered -11 (WOULD_BLOCK), and"
              + " ready threw it as a failure.\n"
              + "It says: nothing now. The visitor is still there.");
      throw thrown;
    }
  }

  /** Why the wait comes back at once, again and again. */
  private static String reason(String calls) {
    String again =
        "The wait says at once that the visitor is ready, and again, and nothing is done:\n  ";
    if (calls.contains("\"\", 64) = 0")) {
      return again + calls + "\nread answered 0: he has left. Close him, and answer false.";
    }
    boolean writable = calls.contains("EPOLLOUT");
    if (writable && !calls.contains("read(") && !calls.contains("write(")) {
      return again
          + calls
          + "\nThere is room, and what is owed is not said. Say it whenever there is room, also"
          + " when no letter has come.";
    }
    return again
        + calls
        + (writable
            ? "\n"
                + "Nothing is owed, and the kernel still watches for room to write, of which"
                + " there is plenty:\n"
                + "by level, that ends every wait. READABLE again, when all is out."
            : "\n"
                + "The socket takes no more, and the kernel still watches for letters, which are"
                + " there:\n"
                + "by level, that ends every wait. WRITABLE, as long as something is owed.");
  }

  /** All that the visitor can read now. */
  String hears() throws ErrnoException {
    StringBuilder heard = new StringBuilder();
    int count = friend.read(memory, 0, memory.size());
    while (count > 0) {
      byte[] bytes = new byte[count];
      memory.bytes().get(0, bytes);
      heard.append(new String(bytes, US_ASCII));
      count = friend.read(memory, 0, memory.size());
    }
    return heard.toString();
  }

  /** One letter, and the calls from the wait that tells of it to the last before the next wait. */
  List<String> callsOf(String letters) throws ErrnoException {
    sends(letters);
    calls.clear();
    epoll.wait(events, 0);
    ready();
    return calls.stream().map(call -> call.replaceFirst("\\(.*", "")).toList();
  }

  /** The visitor reads, and it must be this. */
  void says(String expected, String mistake) throws ErrnoException {
    equal(Caret.visible(expected), Caret.visible(hears()), mistake);
  }
}
