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
      "The door was paused and opened again at once, in the same turn: the guest still cannot be let"
          + " in (EMFILE),\nand nothing else is done any more. Stay paused until a descriptor is"
          + " free or the moment has come.";

  private static final String NO_TIME =
      "The reactor sleeps until resumeAt, and that has passed: so it does not sleep at all, and asks"
          + " again and again.\nAt that moment, something must happen: open the door, or set a later"
          + " moment.";

  private static final String WRAPPED =
      "The clock's number wrapped around while the door was paused, and now >= resumeAt went wrong:"
          + " compare the difference, now - resumeAt >= 0.";

  private static ServerEvening small(long clockBegins) {
    return new ServerEvening(
        SMALL, Timeouts.DEFAULT, clockBegins, last -> clockBegins == 0 ? spin(last) : WRAPPED);
  }

  private static String spin(String last) {
    if (last.contains("1024, 0) = 0")) {
      return NO_TIME;
    }
    return last.contains("events=0,") ? OPENED : SPIN;
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

  private static long tries(ServerEvening evening) {
    return evening.calls().stream().filter(call -> call.contains("EMFILE")).count();
  }

  @Test
  @Order(1)
  void aFullHouseIsQuiet() {
    ServerEvening evening = small(0);
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(tries(evening) > 0, "Nobody was turned away: the test has a fault, not you.");
    that(
        tries(evening) <= 12,
        SPIN + "\nIn one second accept4 was tried " + tries(evening) + " times; ten are enough.");
    List<String> calls = evening.calls();
    for (int i = 0; i + 1 < calls.size(); i++) {
      boolean closed = calls.get(i).contains("EPOLL_CTL_MOD, 0, {events=0,");
      that(!closed || !calls.get(i + 1).contains("EPOLL_CTL_MOD, 0,"), OPENED);
    }
    that(
        evening.count("epoll_wait") <= 60,
        "The house was full for a second, and the kernel was asked "
            + evening.count("epoll_wait")
            + " times who is ready. A paused door asks once a moment.\n"
            + "(A resumeAt that has passed makes the reactor wait for no time at all.)\n"
            + evening.lastCalls(3));
  }

  @Test
  @Order(2)
  void thoseInsideAreServedMeanwhile() {
    ServerEvening evening = small(0);
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
    ServerEvening evening = small(0);
    evening.guest(asks(evening, 0, 20 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    ScriptedClient waits = evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(
        waits.outcome() != ScriptedClient.Outcome.REFUSED && !waits.wasCut(),
        "The guest at the door was sent away. He could have waited there: the kernel's queue costs no"
            + " descriptor.");
    that(
        isServedInTime(evening, 103),
        "One guest left at 20 ms, and another waited at the door. A second later he still waits:\n"
            + "who pauses with Interest.NONE must ask for READABLE again.");
    that(
        evening.answeredAt(103) < 40,
        "One guest left at 20 ms, and the one at the door was answered at "
            + evening.answeredAt(103)
            + " ms: later than need be.\nWhen a descriptor has become free (descriptorFreed), the door opens at once.");
  }

  @Test
  @Order(4)
  void afterAMomentItIsTriedAgainWhoeverLeft() {
    ServerEvening evening = small(0);
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE));
    evening.world().after(150 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 101),
        "The whole system was out of descriptors (ENFILE) for 150 ms; they were freed by a stranger."
            + "\nNone of our guests left, for there was none, and the door never opened again: the"
            + " moment must count too (resumeAt).");
  }

  @Test
  @Order(5)
  void whateverTheClockShowsTheMomentComes() {
    ServerEvening evening = small(Long.MAX_VALUE - 50 * MILLI);
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.ACCEPT4, 1, Errno.ENFILE));
    evening.world().after(150 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(isServedInTime(evening, 101) && evening.count("accept4") < 20, WRAPPED);
  }

  @Test
  @Order(6)
  void aKernelThatDoesNotListenIsAskedAgain() {
    ServerEvening evening = small(0);
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
  @Order(7)
  void aKernelThatWillNotBeSilentKeepsNobodyOutForEver() {
    ServerEvening evening = small(0);
    evening.guest(asks(evening, 0, 300 * MILLI));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    int silence = 5;
    evening.faults().with(InjectedFault.fromThenOn(SystemCall.EPOLL_CTL, silence, Errno.ENOMEM));
    evening.world().after(250 * MILLI, evening.faults()::heal);
    evening.last(SECOND);
    that(
        isServedInTime(evening, 103),
        "epoll_ctl answered ENOMEM when the kernel was asked for silence (silent is false). Then the"
            + " door was never closed,\nand need not be opened: but it must not stay paused.");
    equal(0, evening.told("threw"), "Something was thrown: " + evening.told());
  }
}
