package manor.exercises.outofdescriptors;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.util.List;
import manor.exercises.ServerEvening;
import manor.http.Timeouts;
import manor.simulator.InjectedFault;
import manor.simulator.MachineSize;
import manor.simulator.Script;
import manor.simulator.ScriptedClient;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class FullHouseTest {
  /** Three of its own, and two guests. */
  private static final MachineSize SMALL = MachineSize.USUAL.descriptors(5);

  private static final String SPIN =
      "A guest waits at the door and cannot be let in (EMFILE): he stays in the kernel's queue, the"
          + " door stays ready,\nand every wait says so at once. Nothing else is done any more. Ask"
          + " the kernel for silence: Interest.NONE.";

  private static final String OPENED =
      "The door was paused and opened again at once, in the same turn: the guest still cannot be"
          + " let"
          + " in (EMFILE),\nand nothing else is done any more. Stay paused until a descriptor is"
          + " free or the moment has come,\nwhich is PAUSE_NANOS from clock.nanos().";

  private static final String NO_TIME =
      "The reactor sleeps until resumeAt, and that has come: so it does not sleep at all, and asks"
          + " again and again.\nAt that moment (now - resumeAt is 0, or more) something must"
          + " happen:"
          + " open the door, or set a later moment.";

  private static final String NOT_SILENT =
      "The kernel would not be silent: epoll_ctl answered ENOMEM, and ask false. Be paused all the"
          + " same, and keep in silent\nwhat ask answered: accept() waits a little at every event"
          + " as long as you are, and does not"
          + " ask a million times a second.";

  private static final String PAUSED_AND_TOLD =
      "The door is paused, so nobody is let in, and yet every wait tells of it. Whoever is paused"
          + " has"
          + " asked for Interest.NONE;\nand when the kernel has heard READABLE (ask answered"
          + " true), the"
          + " door is not paused any more.";

  private static final String WRAPPED =
      "The clock's number wrapped around while the door was paused, and now >= resumeAt went wrong:"
          + " compare the difference, now - resumeAt >= 0.";

  private static ServerEvening small() {
    return new ServerEvening(SMALL, Timeouts.DEFAULT, ServerEvening::coarse, FullHouseTest::spin);
  }

  private static String spin(String last) {
    if (last.contains("1024, 0) = 0")) {
      return NO_TIME;
    }
    if (last.contains("events=0,")) {
      return last.contains("ENOMEM") ? NOT_SILENT : OPENED;
    }
    return last.contains("accept4(") ? SPIN : PAUSED_AND_TOLD;
  }

  /** Comes at a moment, asks, and stays so long. */
  private static Script asks(ServerEvening evening, long at, long stays) {
    return evening.arriving(at).send(REQUEST).pause(stays).close();
  }

  private static boolean isServed(ScriptedClient guest) {
    return guest.text().endsWith("welcome");
  }

  /** Whoever is still at the door when the server stops is let in and served then. */
  private static boolean isServedInTime(ServerEvening evening, long key) {
    return evening.answeredAt(key) >= 0 && evening.answeredAt(key) < 900;
  }

  /** Whether the kernel was asked to tell of the door again. */
  private static boolean opens(String call) {
    return call.contains("EPOLL_CTL_MOD, 0, {events=EPOLLIN");
  }

  /** Whether the kernel was asked to be silent about it. */
  private static boolean closes(String call) {
    return call.contains("EPOLL_CTL_MOD, 0, {events=0,");
  }

  private static long tries(ServerEvening evening) {
    return evening.calls().stream().filter(call -> call.contains("EMFILE")).count();
  }

  private static void neverOpensAtOnce(ServerEvening evening) {
    List<String> calls = evening.calls();
    for (int i = 0; i + 1 < calls.size(); i++) {
      boolean closed = closes(calls.get(i));
      that(!closed || !calls.get(i + 1).contains("EPOLL_CTL_MOD, 0,"), OPENED);
    }
  }

  @Test
  @Order(1)
  void aFullHouseIsQuiet() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(tries(evening) > 0, "Nobody was turned away: the test has a fault, not you.");
    boolean silenced = evening.calls().stream().anyMatch(FullHouseTest::closes);
    that(
        tries(evening) <= 12,
        (silenced ? OPENED : SPIN)
            + "\nIn one second accept4 was tried "
            + tries(evening)
            + " times; ten are enough.");
    neverOpensAtOnce(evening);
    that(
        evening.count("epoll_wait") <= 60,
        "The house was full for a second, and the kernel was asked "
            + evening.count("epoll_wait")
            + " times who is ready. A paused door asks once a moment.\n"
            + (silenced ? NO_TIME : SPIN));
  }

  @Test
  @Order(2)
  void thoseInsideAreServedMeanwhile() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 5 * SECOND));
    ScriptedClient inside =
        evening.guest(evening.arriving(0).pause(30 * MILLI).send(REQUEST).pause(5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(isServed(inside), "A guest inside asked while the house was full, and got no answer.");
    that(
        evening.answeredAt(102) < 40,
        "A guest inside asked at 30 ms, while the door was paused, and was answered at "
            + evening.answeredAt(102)
            + " ms.\nThe steward slept at the door. Nothing but epoll_wait may ever wait.");
  }

  @Test
  @Order(3)
  void whoLeavesMakesRoomAtOnce() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 20 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    ScriptedClient waits = evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(
        waits.outcome() != ScriptedClient.Outcome.REFUSED && !waits.wasCut(),
        "The guest at the door was sent away. He could have waited there: the kernel's queue"
            + " costs no"
            + " descriptor.");
    that(
        isServedInTime(evening, 103),
        "One guest left at 20 ms, and another waited at the door. A second later he still waits:\n"
            + "who pauses with Interest.NONE must ask for READABLE again. "
            + (evening.calls().stream().anyMatch(FullHouseTest::opens)
                ? ""
                : "The kernel was never asked."
                    + "\n(paused and silent must say what pause did: silent is what ask"
                    + " answered.)"));
    that(
        evening.answeredAt(103) < 40,
        "One guest left at 20 ms, and the one at the door was answered at "
            + evening.answeredAt(103)
            + " ms: later than need be.\nWhen a descriptor has become free (descriptorFreed), the"
            + " door opens at once.");
  }

  @Test
  @Order(4)
  void afterAMomentItIsTriedAgainWhoeverLeft() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE));
    evening.world().after(150 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 101),
        "The whole system was out of descriptors (ENFILE) for 150 ms; they were freed by a"
            + " stranger."
            + "\nNone of our guests left, for there was none, and the door never opened again: the"
            + " moment must count too (resumeAt,\nPAUSE_NANOS from clock.nanos(): the server's own"
            + " clock, and no other).");
  }

  @Test
  @Order(5)
  void theTalkInsideDoesNotPutTheMomentOff() {
    ServerEvening evening = small();
    Script talks = evening.arriving(0);
    for (int i = 0; i < 45; i++) {
      talks = talks.send(REQUEST).pause(20 * MILLI);
    }
    evening.guest(talks);
    evening.guest(asks(evening, 30 * MILLI, 5 * SECOND));
    InjectedFault full = InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE);
    evening.world().after(20 * MILLI, () -> evening.faults().with(full));
    evening.world().after(150 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        evening.answeredAt(102) >= 0 && evening.answeredAt(102) < 400,
        "A guest inside asks every 20 ms, so the reactor is never long asleep. From 150 ms on there"
            + " were descriptors,\nand who waited at the door was still not let in at 400 ms."
            + " resume() is called at the end of every turn:\nas long as the moment has not come"
            + " it leaves resumeAt as it is.");
  }

  @Test
  @Order(6)
  void aSecondFullHouseIsAsQuietAsTheFirst() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 0, 40 * MILLI));
    evening.guest(asks(evening, 10 * MILLI, 400 * MILLI));
    evening.guest(asks(evening, 600 * MILLI, 5 * SECOND));
    evening.guest(asks(evening, 620 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(tries(evening) > 1, "The house was full only once: the test has a fault, not you.");
    neverOpensAtOnce(evening);
  }

  @Test
  @Order(7)
  void anOpenDoorIsAsItWas() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 20 * MILLI));
    evening.guest(asks(evening, 0, 600 * MILLI));
    evening.guest(asks(evening, 10 * MILLI, 30 * MILLI));
    evening.guest(asks(evening, 700 * MILLI, 5 * SECOND));
    evening.guest(asks(evening, 800 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(
        isServedInTime(evening, 104) && isServedInTime(evening, 105),
        "The door was paused, and opened again. Two guests came later, at 700 and 800 ms, when"
            + " there"
            + " was room for both,\nand were not let in: ask for plain READABLE, as it was at the"
            + " beginning. Who asks for a oneshot is told once.");
    evening.calls().stream()
        .filter(call -> call.contains("EPOLL_CTL_MOD, 0,"))
        .forEach(FullHouseTest::isPlain);
    long opened = evening.calls().stream().filter(FullHouseTest::opens).count();
    long closed = evening.calls().stream().filter(FullHouseTest::closes).count();
    that(
        opened <= closed,
        "The kernel was asked "
            + closed
            + " times to be silent about the door (Interest.NONE), and "
            + opened
            + " times to tell of it again.\nOnly a door that is paused has to be opened: for every"
            + " other guest who leaves that is a system call for nothing.");
  }

  private static void isPlain(String call) {
    that(
        closes(call) || call.contains("{events=EPOLLIN,"),
        "The kernel was told of the door:\n  "
            + call
            + "\nA paused door asks for Interest.NONE, an open one for plain READABLE, as at the"
            + " beginning. An edge is told once:\naccept lets in a fair share of a turn, and"
            + " nobody would be told of those who stand behind.");
  }

  @Test
  @Order(8)
  void whateverTheClockShowsTheMomentComes() {
    long begins = Long.MAX_VALUE - 50 * MILLI;
    ServerEvening evening = new ServerEvening(SMALL, Timeouts.DEFAULT, begins, last -> WRAPPED);
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE));
    evening.world().after(150 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(isServedInTime(evening, 101) && evening.count("accept4") < 20, WRAPPED);
  }

  @Test
  @Order(9)
  void aKernelThatDoesNotListenIsAskedAgain() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 50 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening
        .world()
        .after(
            40 * MILLI,
            () ->
                evening
                    .faults()
                    .with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, 1, Errno.ENOMEM)));
    evening.world().after(240 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 103),
        "The door was to be opened, and epoll_ctl answered ENOMEM. ask(READABLE) was false, and"
            + " nobody asked again:\nthe door stays shut for ever. Stay paused until the kernel has"
            + " listened.");
  }

  @Test
  @Order(10)
  void aKernelThatWillNotBeSilentKeepsNobodyOutForEver() {
    ServerEvening evening =
        new ServerEvening(SMALL, Timeouts.DEFAULT, ServerEvening::coarse, last -> NOT_SILENT);
    evening.guest(asks(evening, 0, 300 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    int silence = 5;
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, silence, Errno.ENOMEM));
    evening.world().after(250 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 103),
        "epoll_ctl answered ENOMEM when the kernel was asked for silence (silent is false). Then"
            + " the"
            + " door was never closed,\nand need not be opened: but it must not stay paused.");
    equal(0, evening.told("threw"), "Something was thrown: " + evening.told());
  }

  @Test
  @Order(11)
  void aKernelThatIsSilentIsNotWaitedFor() {
    ServerEvening evening = small();
    evening.guest(evening.arriving(0).pause(5 * SECOND).close());
    evening.guest(asks(evening, 20 * MILLI, 5 * SECOND));
    InjectedFault full = InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE);
    evening.world().after(10 * MILLI, () -> evening.faults().with(full));
    evening.last(555 * MILLI);
    equal(
        "closed 101 at 555 ms",
        evening.told().stream().filter(line -> line.startsWith("closed 101 ")).findAny().orElse(""),
        "The kernel was silent about the door, and the house was stopped at 555 ms; but accept()"
            + " waited once more,\nas it does while silent is false. silent keeps what"
            + " ask(Interest.NONE) answered.");
  }
}
