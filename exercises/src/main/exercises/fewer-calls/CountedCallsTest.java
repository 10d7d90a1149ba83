package manor.exercises.fewercalls;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.util.List;
import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a letter costs. */
@TestMethodOrder(OrderAnnotation.class)
class CountedCallsTest {
  private final CountedClerk clerk;

  CountedCallsTest() throws ErrnoException {
    clerk = new CountedClerk();
  }

  @Test
  @Order(1)
  void everyLetterIsThankedFor() throws ErrnoException {
    clerk.sends("dear house\n");
    clerk.turns();
    clerk.says("thanks\n", "One letter, one thanks.");
    clerk.sends("dear ");
    clerk.turns();
    clerk.says(
        "",
        "Half a letter, no thanks yet: a read is not a letter, a line end is. And of the desk only"
            + " as many bytes are new\n"
            + "as read answered; behind them the last letter still lies.");
    clerk.sends("house\ndear house\n");
    clerk.turns();
    clerk.says(
        "thanks\nthanks\n",
        "The other half, and another letter: two line ends are two thanks. What is owed is bytes,"
            + " and falls by as\n"
            + "many as write answered.");
  }

  @Test
  @Order(2)
  void aLetterCostsThreeCalls() throws ErrnoException {
    that(
        clerk.callsOf("a first letter\n").contains("write"),
        "A letter was read, and no thanks was said in that turn. Write at once: a socket nearly"
            + " always has room.\n"
            + "Only when it takes no more is it time to ask the kernel for room, WRITABLE.\n  "
            + String.join("\n  ", clerk.calls));
    List<String> used = clerk.callsOf("dear house\n");
    String all = "\n  " + String.join("\n  ", clerk.calls);
    that(
        used.indexOf("read") < used.indexOf("write"),
        "A letter was there, and in the turn that read it no thanks was said. First read what the"
            + " desk holds, then say\n"
            + "what is owed."
            + all);
    that(
        used.stream().filter("read"::equals).count() < 2,
        used.size()
            + " calls for a letter. Two of them are reads, and the second learned nothing"
            + " (EAGAIN):\n"
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
    clerk.callsOf("a first letter\n");
    List<String> used = clerk.callsOf("dear house\ndear house\n");
    equal(
        List.of("epoll_wait", "read", "write"),
        used,
        "Two letters came with one read. Both thanks fit in one write.");
  }

  @Test
  @Order(4)
  void whatDidNotFitOnTheDeskIsNotLost() throws ErrnoException {
    clerk.sends("a letter of three hundred bytes ".repeat(10) + "\nand a short one\n");
    clerk.turns();
    clerk.says(
        "thanks\nthanks\n",
        "A letter longer than the desk, and a short one behind it, came in one piece. By level, the"
            + " next wait tells what is left.");
    clerk.sends("a letter that fills the desk to its very last byte: sixty-four.\n");
    clerk.turns();
    clerk.says("thanks\n", "One letter that fills the desk, one thanks.");
    equal(
        0L,
        clerk.calls.stream().filter(call -> call.startsWith("epoll_ctl(")).count(),
        "Letters came that fill the desk, nobody waited for room, and the interest was set all the"
            + " same.\n"
            + "Keep in a field what the kernel has, and compare it with what is owed when all is"
            + " said. epoll_ctl:");
  }

  @Test
  @Order(5)
  void whatIsOwedIsSaidBeforeMoreIsRead() throws ErrnoException {
    clerk.callsOf("a first letter\n");
    List<String> used = clerk.callsOf("\n".repeat(200));
    that(
        used.indexOf("write") == 2,
        "Many letters came, more than the desk holds. The first read brought some, so thanks are"
            + " owed, and the clerk\n"
            + "read on. Who sends without end would keep him at it, and what is owed would grow:"
            + " say it first, and leave\n"
            + "the rest to the next wait.\n  "
            + String.join("\n  ", clerk.calls));
  }
}
