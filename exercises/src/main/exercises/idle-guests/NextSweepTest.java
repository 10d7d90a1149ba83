package manor.exercises.idleguests;

import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.SECOND;

import manor.exercises.ServerEvening;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** When to look again. */
@TestMethodOrder(OrderAnnotation.class)
class NextSweepTest extends QuietEvening {
  @Test
  @Order(1)
  void betweenDeadlinesTheReactorSleeps() {
    ServerEvening evening = evening();
    evening.guest(evening.arriving(0).awaitEnd().close());
    evening.guest(evening.arriving(1 * SECOND).awaitEnd().close());
    evening.last(20 * SECOND);
    long woke = timeouts(evening);
    that(
        woke <= 4,
        "Two silent guests in twenty seconds, and the reactor woke "
            + woke
            + " times for nobody. It sleeps until the earliest deadline,\nnot for a moment. (A"
            + " nextSweep that is not started anew stays in the past.)");
    that(
        woke <= 3,
        "Two silent guests in twenty seconds, and the reactor woke "
            + woke
            + " times by the clock: once more than it has to.\nWhoever is due does not stay: his"
            + " deadline does not count for nextSweep.");
  }

  @Test
  @Order(2)
  void aCrowdOfDeadlinesIsNotSweptOneByOne() {
    ServerEvening evening = evening();
    for (int i = 0; i < 200; i++) {
      evening.guest(evening.arriving(i * MILLI).awaitEnd().close());
    }
    evening.last(20 * SECOND);
    long sweeps = timeouts(evening);
    that(
        sweeps <= 20,
        "Two hundred guests were due, a millisecond after one another, and the reactor woke "
            + sweeps
            + " times for that,\nlooking at everyone each time. Not before now + SWEEP_NANOS.");
    for (int i = 0; i < 200; i++) {
      long at = closedAt(evening, 101 + i);
      that(
          at >= 5_000 + i,
          "Patience with a guest ended at "
              + (5_000 + i)
              + " ms, and he was closed at "
              + at
              + " ms, with others who were due.\nNobody is closed before his time: due is whose"
              + " deadline - now is not positive.");
    }
  }

  @Test
  @Order(3)
  void whoWasToldOfHisTimeoutHasANewDeadline() {
    ServerEvening evening = evening();
    evening.guest(evening.arriving(0).send("GET / HT").pause(20 * SECOND).close());
    evening.last(15 * SECOND);
    long at = closedAt(evening, 101);
    that(
        at >= 3_900 && at <= 4_200,
        "A guest sent half a head and was told 408 after three seconds. He did not close; patience"
            + " with that is one second more.\nHe was closed at "
            + at
            + " ms. call(...) brings a deadline of his own into nextSweep: work out nextSweep"
            + " before"
            + " the calls,\nand do not lose in it what they bring.");
  }

  @Test
  @Order(4)
  void whoeverIsShownFirstTheEarliestCounts() {
    ServerEvening evening = evening();
    evening.guest(evening.arriving(0).awaitEnd().close());
    evening.guest(evening.arriving(2_500 * MILLI).send("GET /").awaitEnd().close());
    evening.guest(evening.arriving(3 * SECOND).awaitEnd().close());
    evening.last(20 * SECOND);
    long at = closedAt(evening, 102);
    that(
        at >= 5_500 && at <= 5_600,
        "The second guest came at 2.5 s, sent half a head, and patience with heads is 3 s. He was"
            + " closed at "
            + at
            + " ms.\nOf all who stay the earliest deadline counts, whoever is shown first or last.");
  }

  /** How many waits ended because their time was up. */
  private static long timeouts(ServerEvening evening) {
    return evening.calls().stream()
        .filter(call -> call.startsWith("epoll_wait(") && call.endsWith(" = 0"))
        .count();
  }
}
