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
import manor.exercises.Trail;
import manor.simulator.MachineSize;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class CountedCallsTest {
  private static final int MOST_TURNS = 5_000;

  private final World world = new World();
  private final SimulatedKernel simulated =
      new SimulatedKernel(world, MachineSize.USUAL.buffers(4_608, 4_608));
  private final List<String> calls = new ArrayList<>();
  private final Kernel traced = Trail.over(new TracingKernel(simulated, this::write));
  private final Memory memory = Memory.allocate(8_192);
  private final Events events = new Events(8);
  private Epoll epoll;
  private Fd friend;
  private OneVisitor visitor;
  private boolean here = true;

  private void write(String line) {
    calls.add(line.replaceFirst(" +=", " ="));
    if (calls.size() > 3 * MOST_TURNS) {
      throw mistake("The clerk makes calls without end:\n  " + calls.get(calls.size() - 1));
    }
  }

  @BeforeEach
  void come() throws ErrnoException {
    epoll = Epoll.create(traced, world.clock());
    simulated.socketpair(Linux.AF_UNIX, Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK, 0, memory);
    friend = new Fd(simulated, memory.getInt(0));
    visitor = new OneVisitor(epoll, new Fd(traced, memory.getInt(4)), new Token(7));
    calls.clear();
  }

  private int sends(String text) throws ErrnoException {
    memory.bytes().put(0, text.getBytes(US_ASCII));
    return friend.write(memory, 0, text.length());
  }

  /** Turns until nobody is ready; how many there were. */
  private int turns() throws ErrnoException {
    int turns = 0;
    while (epoll.wait(events, 0) > 0 && here) {
      here = visitor.ready();
      if (++turns > MOST_TURNS) {
        throw mistake(
            "The wait says at once that the visitor is ready, and again, and nothing is done:\n  "
                + String.join("\n  ", calls.subList(calls.size() - 4, calls.size()))
                + "\nBy level, an interest in what is so already ends every wait: ask for WRITABLE"
                + " only while something\nis owed, and for READABLE only when it will be read.");
      }
    }
    return turns;
  }

  private String hears() throws ErrnoException {
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
  private List<String> callsOf(String letters) throws ErrnoException {
    sends(letters);
    calls.clear();
    epoll.wait(events, 0);
    here = visitor.ready();
    return calls.stream().map(call -> call.replaceFirst("\\(.*", "")).toList();
  }

  @Test
  @Order(1)
  void everyLetterIsThankedFor() throws ErrnoException {
    sends("dear house\n");
    turns();
    equal("thanks\n", hears(), "One letter, one thanks.");
    sends("dear ");
    turns();
    equal("", hears(), "Half a letter, no thanks yet.");
    sends("house\ndear house\n");
    turns();
    equal("thanks\nthanks\n", hears(), "The other half, and another letter.");
  }

  @Test
  @Order(2)
  void aLetterCostsThreeCalls() throws ErrnoException {
    callsOf("a first letter\n");
    List<String> used = callsOf("dear house\n");
    String all = "\n  " + String.join("\n  ", calls);
    that(
        used.stream().filter("read"::equals).count() < 2,
        used.size()
            + " calls for a letter. Two of them are reads, and the second learned nothing (EAGAIN):\n"
            + "the first had brought fewer bytes than there was room for."
            + all);
    that(
        !used.contains("epoll_ctl"),
        used.size()
            + " calls for a letter. One of them is epoll_ctl, and it changed nothing:\n"
            + "the kernel has that interest already. Keep it in a field."
            + all);
    equal(
        List.of("epoll_wait", "read", "write"),
        used,
        "A letter costs " + used.size() + " calls, not three." + all);
  }

  @Test
  @Order(3)
  void twoLettersAtOnceCostNoMore() throws ErrnoException {
    callsOf("a first letter\n");
    List<String> used = callsOf("dear house\ndear house\n");
    equal(
        List.of("epoll_wait", "read", "write"),
        used,
        "Two letters came with one read. Both thanks fit in one write.");
  }

  @Test
  @Order(4)
  void whatDidNotFitOnTheDeskIsNotLost() throws ErrnoException {
    sends("a letter of three hundred bytes ".repeat(10) + "\nand a short one\n");
    turns();
    equal(
        "thanks\nthanks\n",
        hears(),
        "A letter longer than the desk, and a short one behind it, came in one piece. By level, the"
            + " next wait tells what is left.");
    sends("a letter that fills the desk to its very last byte: sixty-four.\n");
    turns();
    equal("thanks\n", hears(), "One letter that fills the desk, one thanks.");
    equal(
        0L,
        calls.stream().filter(call -> call.startsWith("epoll_ctl(")).count(),
        "Letters came that fill the desk, nobody waited for room, and the interest was set again all"
            + " the same.\nThe kernel has it already: keep it in a field. epoll_ctl:");
  }

  @Test
  @Order(5)
  void aSlowReaderLosesNothing() throws ErrnoException {
    StringBuilder heard = new StringBuilder();
    int letters = 0;
    int sent = 1;
    while (letters < 100_000 && sent > 0) {
      sent = sends("\n".repeat(60));
      letters += Math.max(0, sent);
      turns();
    }
    int turnsAsleep = turns();
    equal(
        0,
        turnsAsleep,
        "The socket takes no more, nothing can be done, and the wait ends all the same:");
    String more = hears();
    while (!more.isEmpty()) {
      heard.append(more);
      turns();
      more = hears();
    }
    equal(
        letters,
        heard.toString().split("\n", -1).length - 1,
        "A visitor sent many letters and read no answers, until the socket took no more: write wrote"
            + " only a part,\nor answered EAGAIN. Later he read everything. Letters sent, and thanks"
            + " that he read:");
    that(
        heard.toString().equals("thanks\n".repeat(letters)),
        "A slow reader got other words than thanks: a part was said twice, or left out.");
    turns();
    sends("one more\n");
    turns();
    equal("thanks\n", hears(), "When all was said, he sent one letter more.");
  }

  @Test
  @Order(6)
  void whoLeavesIsClosedOnce() throws ErrnoException {
    sends("dear house\n");
    turns();
    hears();
    friend.close();
    calls.clear();
    turns();
    that(!here, "The visitor has left (read answered 0), and ready did not answer false.");
    equal(
        1L,
        calls.stream().filter(call -> call.startsWith("close(")).count(),
        "The visitor has left: his descriptor is closed, once.");
  }

  @Test
  @Order(7)
  void aWakeInVainIsNoFarewell() throws ErrnoException {
    here = visitor.ready();
    that(
        here && calls.stream().noneMatch(call -> call.startsWith("close(")),
        "The clerk was called although nothing had come: read answered -11 (EAGAIN: nothing now), and"
            + " the visitor was closed.\nThat is only for 0, the end of file.");
    sends("dear house\n");
    turns();
    equal("thanks\n", hears(), "After a wake in vain came a letter.");
  }
}
