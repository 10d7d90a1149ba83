package manor.exercises.outofdescriptors;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.util.List;
import manor.exercises.ServerEvening;
import manor.simulator.InjectedFault;
import manor.simulator.Script;
import manor.simulator.ScriptedClient;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A full house is quiet, serves who is inside, and opens again. */
@TestMethodOrder(OrderAnnotation.class)
class FullHouseTest extends CrowdedEvening {
  @Test
  @Order(1)
  void aFullHouseIsQuiet() {
    ServerEvening evening = small();
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 0, 5 * SECOND));
    evening.guest(asks(evening, 10 * MILLI, 5 * SECOND));
    evening.last(SECOND);
    that(tries(evening) > 0, "Nobody was turned away: the test has a fault, not you.");
    boolean silenced = evening.calls().stream().anyMatch(CrowdedEvening::closes);
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
            + (evening.calls().stream().anyMatch(CrowdedEvening::opens)
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

  private static boolean isServed(ScriptedClient guest) {
    return guest.text().endsWith("welcome");
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
