package manor.exercises.idleguests;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.util.ArrayList;
import java.util.List;
import manor.exercises.ServerEvening;
import manor.simulator.MachineSize;
import manor.simulator.ScriptedClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Everyone is closed at his time, in the way that is due, and nobody before. */
@TestMethodOrder(OrderAnnotation.class)
class PatienceEndsTest extends QuietEvening {
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
            + (closedAt(evening, 101) < 8_000
                ? "\nHe was closed before his deadline. deadline - now is a long: an int has no"
                    + " room for five seconds of nanoseconds."
                : "")
            + "\nAnswers:");
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
  void whateverTheClockShowsPatienceLastsAsLong() {
    long begins = Long.MAX_VALUE - 3 * SECOND;
    ServerEvening evening =
        new ServerEvening(MachineSize.USUAL, PATIENCE, begins, QuietEvening::spin);
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
}
