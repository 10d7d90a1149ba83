package manor.exercises.idleguests;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import manor.epoll.Clock;
import manor.exercises.ServerEvening;
import manor.http.Timeouts;
import manor.simulator.MachineSize;
import manor.simulator.ScriptedClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class PatienceEndsTest {
  private static final Timeouts PATIENCE =
      new Timeouts(
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  private static final String SPIN =
      "The reactor sleeps until nextSweep, and that has passed: so it does not sleep at all, and"
          + " sweeps again and again.\nStart nextSweep anew in every sweep, and leave it in the"
          + " future.";

  private static final String NOT_SERVED =
      "A guest has said something, every wait tells of him, and nobody serves him: he was taken out"
          + " of contexts,\nand his connection is open. Take nobody out by hand: call(...) does,"
          + " when he is closed.";

  private static final long EVENING = 20_000;

  private static ServerEvening evening() {
    return new ServerEvening(
        MachineSize.USUAL, PATIENCE, PatienceEndsTest::neverPaused, PatienceEndsTest::spin);
  }

  /** A coarse clock, at which nobody may sleep. */
  private static Clock neverPaused(Clock clock) {
    Clock coarse = ServerEvening.coarse(clock);
    return new Clock() {
      @Override
      public long nanos() {
        return coarse.nanos();
      }

      @Override
      public void pause(long nanos) {
        throw mistake(
            "The sweep slept (clock.pause). Meanwhile the reactor serves nobody. Look, end those"
                + " who are due,\nwrite into nextSweep when to look again, and return: only"
                + " epoll_wait may wait.");
      }
    };
  }

  private static String spin(String last) {
    return last.contains("1024, 0) = 0") ? SPIN : NOT_SERVED;
  }

  /** When the connection of that key was closed, in milliseconds; -1 if it was not. */
  private static long closedAt(ServerEvening evening, long key) {
    String beginning = "closed " + key + " at ";
    return evening.told().stream()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> Long.parseLong(line.substring(beginning.length()).split(" ")[0]))
        .findFirst()
        .orElse(-1);
  }

  private static void isClosedAt(ServerEvening evening, long key, long millis, String what) {
    long at = closedAt(evening, key);
    if (at < millis || at > millis + 10) {
      String when = at < 0 ? " He was never struck out." : " He was struck out at " + at + " ms.";
      throw mistake(
          what + "\nPatience with him ends at " + millis + " ms." + when + "\n" + why(at, millis));
    }
  }

  private static String why(long at, long millis) {
    if (at < 0 || at >= EVENING) {
      return "That was not the sweep. call(context, ...) has him end, strikes him out, and tells"
          + " it.";
    }
    return at < millis
        ? "He still had time: due is whose deadline - now is not positive."
        : "Nobody looked when his deadline came, or he was not taken for due. nextSweep is the"
            + " earliest deadline\nof those who stay; and due is also whose deadline - now is 0.";
  }

  /** How far the reactor would sleep at the last, if nothing happened. */
  private static String overslept(ServerEvening evening) {
    boolean forEver =
        evening.calls().stream()
            .filter(call -> call.startsWith("epoll_wait("))
            .anyMatch(call -> call.contains(", 2147483647) = "));
    return forEver
        ? "\nThe reactor meant to sleep for weeks: the earliest deadline of those who stay belongs"
            + " into nextSweep."
        : "\nHave him end with call(context, RequestContext::timeoutCallback).";
  }

  @Test
  @Order(1)
  void whoSaysNothingIsClosedWhenPatienceEnds() {
    ServerEvening evening = evening();
    ScriptedClient silent = evening.guest(evening.arriving(0).awaitEnd().close());
    evening.last(20 * SECOND);
    equal(
        ScriptedClient.Outcome.LEFT,
        silent.outcome(),
        "A guest came and said nothing. Patience is five seconds, and after twenty nobody had"
            + " closed"
            + " his connection."
            + overslept(evening));
    isClosedAt(evening, 101, 5_000, "A guest came at 0 ms and said nothing for five seconds.");
    equal("", silent.text(), "One who asked nothing is sent no word.");
  }

  @Test
  @Order(2)
  void whoAsksNowAndThenMayStay() {
    ServerEvening evening = evening();
    ScriptedClient asks =
        evening.guest(
            evening
                .arriving(0)
                .send(REQUEST)
                .pause(4 * SECOND)
                .send(REQUEST)
                .pause(4 * SECOND)
                .send(REQUEST)
                .awaitEnd()
                .close());
    evening.last(20 * SECOND);
    equal(
        3,
        evening.told("answered 101"),
        "A guest asks every four seconds, and patience is five: each answer starts it anew."
            + " Answers:");
    isClosedAt(evening, 101, 13_000, "A guest asked at 0, 4 and 8 seconds, and no more.");
    that(!asks.wasCut(), "A connection at rest ends in good order, not with a reset.");
  }

  @Test
  @Order(3)
  void allWhoAreDueAreClosed() {
    ServerEvening evening = evening();
    List<ScriptedClient> crowd = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      crowd.add(evening.guest(evening.arriving(0).awaitEnd().close()));
    }
    evening.last(20 * SECOND);
    long late = 0;
    for (long key = 101; key <= 200; key++) {
      late += closedAt(evening, key) > 5_040 || closedAt(evening, key) < 0 ? 1 : 0;
    }
    equal(
        0L,
        late,
        "A hundred guests were due in the same moment; so many of them were passed over in the"
            + " sweep"
            + " and closed late, or not at all.\n"
            + (late >= 50
                ? "One sweep ends all who are due, not only the first."
                : "While forEach shows the connections none may be removed: those behind it move"
                    + " up."
                    + " Collect first."));
    equal(
        100L,
        crowd.stream().filter(ScriptedClient::isDone).count(),
        "A hundred guests came and said nothing. After twenty seconds so many had been closed:");
  }

  @Test
  @Order(4)
  void halfARequestIsRefused() {
    ServerEvening evening = evening();
    ScriptedClient halting = evening.guest(evening.arriving(0).send("GET / HT").awaitEnd().close());
    evening.last(20 * SECOND);
    that(
        halting.text().startsWith("HTTP/1.1 408 "),
        "A guest sent half a request and then nothing. He was told: '"
            + halting.text().lines().findFirst().orElse("")
            + "', not 408 (Request Timeout).\ntimeoutCallback says what is due; do not close by"
            + " hand.");
    equal(0, evening.told("threw"), "Something was thrown: " + evening.told());
  }

  @Test
  @Order(5)
  void everyoneHasADeadlineOfHisOwn() {
    ServerEvening evening = evening();
    evening.guest(evening.arriving(0).awaitEnd().close());
    evening.guest(evening.arriving(2 * SECOND).awaitEnd().close());
    evening.guest(evening.arriving(3 * SECOND).send("GET /").awaitEnd().close());
    evening.last(20 * SECOND);
    isClosedAt(evening, 101, 5_000, "The first guest came at 0 s and said nothing.");
    isClosedAt(evening, 102, 7_000, "The second guest came at 2 s and said nothing.");
    that(
        closedAt(evening, 103) >= 6_000 && closedAt(evening, 103) <= 6_100,
        "The third guest came at 3 s, sent half a head, and patience with heads is 3 s. He was"
            + " closed"
            + " at "
            + closedAt(evening, 103)
            + " ms.\nWhoever stays decides when to look next: the earliest of them.");
  }

  @Test
  @Order(11)
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

  @Test
  @Order(6)
  void whoIsClosedIsStruckOut() {
    ServerEvening evening = evening();
    evening.guest(evening.arriving(0).awaitEnd().close());
    evening.last(10 * SECOND);
    equal(
        1,
        evening.told("closed 101"),
        "A guest was closed, and the observer was told so this often: once is right. When the"
            + " server"
            + " stops, it collects\nall who are there in the same list, due: whoever you leave in"
            + " it"
            + " is ended once more. Clear it.");
    equal(0, evening.openDescriptors(), "Descriptors left open when the server had stopped.");
    long end = evening.world().clock().nanos();
    that(
        end < 10 * SECOND + 500 * MILLI,
        "The server was to stop at 10 s and stopped at "
            + end / MILLI
            + " ms: it waited for somebody who was closed, but not struck out.");
  }

  @Test
  @Order(7)
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

  /** How many waits ended because their time was up. */
  private static long timeouts(ServerEvening evening) {
    return evening.calls().stream()
        .filter(call -> call.startsWith("epoll_wait(") && call.endsWith(" = 0"))
        .count();
  }

  @Test
  @Order(8)
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
  @Order(9)
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
  @Order(10)
  void whateverTheClockShowsPatienceLastsAsLong() {
    long begins = Long.MAX_VALUE - 3 * SECOND;
    ServerEvening evening =
        new ServerEvening(MachineSize.USUAL, PATIENCE, begins, PatienceEndsTest::spin);
    evening.guest(evening.arriving(0).awaitEnd().close());
    evening.last(20 * SECOND);
    long at = closedAt(evening, 101);
    that(
        at >= 5_000 && at <= 5_150,
        "The clock's number wraps around after three seconds of this evening. A silent guest came"
            + " at"
            + " 0 s, and was closed at "
            + at
            + " ms.\nCompare differences: deadline - now <= 0.");
  }
}
