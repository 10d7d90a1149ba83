package manor.exercises.fewercalls;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.simulator.InjectedFault.once;

import manor.simulator.SystemCall;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Nobody may be worse off for it. */
@TestMethodOrder(OrderAnnotation.class)
class WorseOffTest {
  private final CountedClerk clerk;

  WorseOffTest() throws ErrnoException {
    clerk = new CountedClerk();
  }

  @Test
  @Order(1)
  void aSlowReaderLosesNothing() throws ErrnoException {
    StringBuilder heard = new StringBuilder();
    int letters = 0;
    int sent = 1;
    while (letters < 100_000 && sent > 0) {
      sent = clerk.sends("\n".repeat(60));
      letters += Math.max(0, sent);
      clerk.turns();
    }
    int turnsAsleep = clerk.turns();
    equal(
        0,
        turnsAsleep,
        "The socket takes no more, nothing can be done, and the wait ends all the same:");
    clerk.calls.clear();
    String more = clerk.hears();
    clerk.turns();
    if (letters < 100_000 && clerk.calls.size() > 1) {
      that(
          clerk.calls.get(1).startsWith("write("),
          "There is room again, and something is owed; but the clerk reads first, and owes still"
              + " more.\n"
              + "  "
              + String.join("\n  ", clerk.calls.subList(0, 2))
              + "\nWhile something is owed, nothing is read: say it first.");
    }
    while (!more.isEmpty()) {
      heard.append(more);
      clerk.turns();
      more = clerk.hears();
    }
    equal(
        letters,
        heard.toString().split("\n", -1).length - 1,
        "A visitor sent many letters and read no answers, until the socket took no more: write"
            + " wrote only a part,\n"
            + "or answered EAGAIN. Later he read everything. Letters sent, and thanks that he"
            + " read:");
    that(
        letters < 100_000,
        "A visitor sends letters and reads no answer, and the house goes on reading: what is owed"
            + " to him grows without end.\n"
            + "While something is owed, nothing is read: WRITABLE, and not both.");
    that(
        heard.toString().equals("thanks\n".repeat(letters)),
        "A slow reader got other words than thanks: a part was said twice, or left out.");
    clerk.turns();
    clerk.sends("one more\n");
    clerk.turns();
    clerk.says("thanks\n", "When all was said, he sent one letter more.");
  }

  @Test
  @Order(2)
  void aWriteThatTakesAPart() throws ErrnoException {
    clerk.faulty.cutWrites(10);
    clerk.sends("dear house\n".repeat(3));
    clerk.turns();
    clerk.says(
        "thanks\nthanks\nthanks\n",
        "Three letters, and each write took no more than ten bytes. Only those are no longer owed,"
            + " and the next write\n"
            + "goes on behind them. He heard:");
  }

  @Test
  @Order(3)
  void whoLeavesIsClosedOnce() throws ErrnoException {
    clerk.sends("dear house\n");
    clerk.turns();
    clerk.hears();
    clerk.leaves();
    clerk.calls.clear();
    clerk.turns();
    that(!clerk.here, "The visitor has left (read answered 0), and ready did not answer false.");
    equal(
        1L,
        clerk.calls.stream().filter(call -> call.startsWith("close(")).count(),
        "The visitor has left: his descriptor is closed, once.");
  }

  @Test
  @Order(4)
  void aWakeInVainIsNoFarewell() throws ErrnoException {
    clerk.ready();
    that(
        clerk.here && clerk.calls.stream().noneMatch(call -> call.startsWith("close(")),
        "The clerk was called although nothing had come: read answered -11 (EAGAIN: nothing now),"
            + " and the visitor was closed.\n"
            + "That is only for 0, the end of file.");
    clerk.sends("dear house\n");
    clerk.turns();
    clerk.says("thanks\n", "After a wake in vain came a letter.");
  }

  @Test
  @Order(5)
  void whoSpeaksIsNotTakenForAnother() throws ErrnoException {
    clerk.isSlow();
    CountedClerk another = new CountedClerk();
    another.sends("dear house\n");
    another.turns();
    another.says("thanks\n", "One visitor reads slowly; another sent a letter.");
    that(
        another.count("epoll_ctl(") == 0,
        "One visitor reads slowly, and room is waited for. Another sent a letter, was thanked, and"
            + " his interest was\n"
            + "set (epoll_ctl), though it had been READABLE all the time. Each visitor has an"
            + " interest of his own:\n"
            + "what is static belongs to all of them.");
  }

  @Test
  @Order(6)
  void aChangeOfInterestIsOneCall() throws ErrnoException {
    clerk.isSlow();
    clerk.isHeardOut();
    clerk.turns();
    that(
        clerk.count("epoll_ctl(0, EPOLL_CTL_DEL") == 0,
        "The visitor was taken off the list and put on it again: two calls, and between them nobody"
            + " watches.\n"
            + "epoll_ctl MOD, modifyInterest, does it in one.");
  }

  @Test
  @Order(7)
  void whatTheKernelHasIsNotSetAgain() throws ErrnoException {
    clerk.faulty.cutWrites(10);
    clerk.faulty.with(once(SystemCall.WRITE, 2, Errno.EAGAIN));
    clerk.faulty.with(once(SystemCall.WRITE, 4, Errno.EAGAIN));
    clerk.sends("dear house\n".repeat(3));
    clerk.turns();
    equal(
        2,
        clerk.count("epoll_ctl("),
        "Twice the socket took ten bytes and then no more (EAGAIN), and at last the rest. So"
            + " WRITABLE is asked for once, and\n"
            + "READABLE once, when all is out; between them the kernel has that interest already:"
            + " compare before you ask.\nepoll_ctl:");
  }
}
