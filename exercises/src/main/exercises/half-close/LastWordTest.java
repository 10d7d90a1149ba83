package manor.exercises.halfclose;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.util.List;
import manor.exercises.Audience;
import manor.exercises.ServerEvening;
import manor.exercises.Visitor;
import manor.http.Response;
import manor.http.Status;
import manor.http.Timeouts;
import manor.simulator.MachineSize;
import manor.simulator.ScriptedClient;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class LastWordTest {
  private static final String NONSENSE = "this is no request at all\r\n\r\n";
  private static final String LAST = "GET / HTTP/1.1\r\nHost: manor\r\nConnection: close\r\n\r\n";

  private final ServerEvening evening =
      new ServerEvening(MachineSize.USUAL, Timeouts.DEFAULT, 0, LastWordTest::spin);

  /** The mistake of one who makes calls without end, from the last of them. */
  private static String spin(String calls) {
    String without = "The server makes calls without end. ";
    if (calls.contains("\"\", 131072) = 0")) {
      return without + "The guest has closed (read answered 0), and nothing\nis unread: close().";
    }
    if (calls.contains("shutdown(")) {
      return without
          + "The last word is said again and again:\n"
          + "behind it comes CLOSING, which reads and drops.";
    }
    return calls.contains("EAGAIN")
        ? without + "Reading EAGAIN again and again is waiting, and\nnothing here may wait."
        : without
            + "The kernel tells of a guest who goes on talking, and\n"
            + "nobody reads: CLOSED is said of a descriptor that was closed. CLOSING reads and"
            + " drops.";
  }

  /** When the connection was closed, in milliseconds; -1 if it was not. */
  private long closedAt(long key) {
    String beginning = "closed " + key + " at ";
    return evening.told().stream()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> Long.parseLong(line.substring(beginning.length()).split(" ")[0]))
        .findFirst()
        .orElse(-1);
  }

  /** The calls that led to the close of the first guest's descriptor. */
  private String untilTheClose() {
    List<String> calls = evening.calls();
    int end = calls.indexOf("close(3) = 0");
    return "  " + String.join("\n  ", calls.subList(Math.max(0, end - 3), end + 1));
  }

  private static String firstLine(ScriptedClient guest) {
    return guest.text().lines().findFirst().orElse("nothing");
  }

  @Test
  @Order(1)
  void whoIsStillTalkingHearsTheAnswer() {
    ScriptedClient guest =
        evening.guest(
            evening
                .arriving(0)
                .send(NONSENSE + "and on and on ".repeat(30_000))
                .pause(MILLI)
                .send("and on ".repeat(2_000))
                .pause(10 * MILLI)
                .close());
    evening.last(10 * SECOND);
    that(
        !guest.wasCut(),
        "The guest was still talking when the connection was closed over bytes that nobody had"
            + " read:\n"
            + "the kernel sent a reset, and he heard: connection reset by peer.\n"
            + "Say the end in our own way (SHUT_WR), and read on until he is done.\n"
            + untilTheClose());
    equal("HTTP/1.1 400 Bad Request", firstLine(guest), "The guest asked nonsense. He heard:");
  }

  @Test
  @Order(2)
  void theGuestLearnsThatItWasTheLastWord() {
    ScriptedClient guest =
        evening.guest(evening.arriving(0).send(NONSENSE).awaitEnd().pause(MILLI).close());
    evening.last(10 * SECOND);
    that(
        evening.calls().stream().noneMatch(call -> call.contains("SHUT_RD")),
        "You shut the guest's way too (SHUT_RD, SHUT_RDWR). From then on read answers 0, as if he"
            + " had closed,\n"
            + "and what he still sends meets a closed door: only our own way is done, SHUT_WR.");
    that(
        guest.isDone() && closedAt(101) >= 0 && closedAt(101) < 100,
        "The guest heard 400 and waited for the end of file, which tells him that no more will"
            + " come.\n"
            + "It came when patience had ended: closed at "
            + closedAt(101)
            + " ms. shutdown(SHUT_WR) says the end at once.");
  }

  @Test
  @Order(3)
  void nothingIsAnsweredAfterTheLastWord() {
    ScriptedClient guest =
        evening.guest(
            evening
                .arriving(0)
                .send(NONSENSE)
                .pause(5 * MILLI)
                .send(REQUEST)
                .pause(5 * MILLI)
                .close());
    evening.last(10 * SECOND);
    equal(
        1,
        guest.text().split("HTTP/1.1 ", -1).length - 1,
        "After a 400 nobody can know where the next request begins: what comes is dropped"
            + " (CLOSING), not answered. Answers:");
    equal(
        0,
        evening.told("answered"),
        "Nothing here was a request, and the observer was told of an answer: report() knows which"
            + " are out.");
    equal(
        0L,
        evening.calls().stream().filter(call -> call.contains("EPIPE")).count(),
        "After SHUT_WR something was written all the same: write answered EPIPE.\n"
            + "The state must be CLOSING, so that what still comes is dropped.");
  }

  @Test
  @Order(4)
  void whoeverHasSaidAllIsClosedAtOnce() {
    evening.guest(
        evening.arriving(0).send("GET / HTTP/1.0\r\n\r\n").awaitEnd().pause(SECOND).close());
    evening.guest(evening.arriving(0).send(REQUEST).halfClose().awaitEnd().pause(SECOND).close());
    evening.last(10 * SECOND);
    that(
        evening.calls().stream().noneMatch(call -> call.contains("EBADF")),
        "The descriptor was closed, and used once more (EBADF): behind close() comes return.");
    for (long key = 101; key <= 102; key++) {
      long at = closedAt(key);
      that(
          at >= 0 && at < 100,
          "A guest's last request was answered, and he had sent nothing else (incoming.isUnread()"
              + " is false).\n"
              + "His descriptor was kept until "
              + at
              + " ms, in case he should talk on: each costs a place in the house. Close at once.");
    }
    equal(
        2,
        evening.told("answered"),
        "Two requests were answered. The observer is told of an answer when it is out: report().");
  }

  @Test
  @Order(5)
  void whoeverDoesNotCloseIsClosedInTheEnd() {
    ScriptedClient guest = evening.guest(evening.arriving(0).send(NONSENSE).pause(20 * SECOND));
    evening.last(10 * SECOND);
    equal("HTTP/1.1 400 Bad Request", firstLine(guest), "The guest asked nonsense. He heard:");
    that(
        closedAt(101) < 0 || closedAt(101) >= 1_900,
        "A guest heard the last word, and was closed at "
            + closedAt(101)
            + " ms, before he had closed. What he may still send meets a closed door: a reset.\n"
            + "Bytes may be on their way (incoming.isUnread()): become CLOSING, which reads and"
            + " drops them.");
    that(
        closedAt(101) >= 1_900 && closedAt(101) < 3_000,
        "A guest heard the last word, and neither spoke nor closed. Patience with him (linger) is"
            + " two seconds; he was closed at "
            + closedAt(101)
            + " ms.\nThe state must be CLOSING, for it decides how long patience lasts.");
  }

  @Test
  @Order(6)
  void oneWhoSaidCloseAndTalksOnHearsHisAnswer() {
    ScriptedClient guest =
        evening.guest(
            evening
                .arriving(0)
                .send(LAST + "and on and on ".repeat(30_000))
                .pause(10 * MILLI)
                .close());
    evening.last(10 * SECOND);
    that(
        guest.text().endsWith("welcome") && !guest.wasCut(),
        "A guest said Connection: close, and sent more behind it. He heard: "
            + firstLine(guest)
            + (guest.wasCut()
                ? ", and then a reset.\n"
                    + "Bytes were still on their way, and incoming.isUnread() knows it."
                : "."));
    equal(
        1,
        evening.told("answered"),
        "His request was answered, and the observer is told of it also when bytes are still on"
            + " their\n"
            + "way: report().");
    equal(0, evening.openDescriptors(), "Descriptors left open when the server had stopped.");
    equal(0, evening.told("threw"), "Something was thrown: " + evening.told());
  }

  @Test
  @Order(7)
  void patienceBeginsWithTheLastWord() {
    evening.guest(
        evening
            .arriving(0)
            .send("GET / HTTP/1.1\r\n")
            .pause(5 * SECOND)
            .send(NONSENSE)
            .pause(20 * SECOND));
    evening.last(10 * SECOND);
    that(
        closedAt(101) >= 6_900 && closedAt(101) < 8_000,
        "A guest took five seconds for his request, and it was nonsense. From his last word on,"
            + " patience\n(linger) is two seconds; he was closed at "
            + closedAt(101)
            + " ms. become(State.CLOSING) notes\nthe moment.");
  }

  @Test
  @Order(8)
  void whatWasKeptIsGivenBackBeforeHeCloses() {
    Audience audience = new Audience(request -> Response.text(Status.OK, "welcome"), 4096);
    Visitor guest = audience.enter();
    guest.send("GET / HTTP/1.1\r\nHost: ma");
    audience.serve();
    audience.timeOut(guest);
    equal(
        0L,
        audience.memoryInUse(),
        "The guest has heard 408 and may stay for seconds. Nobody will read what was kept of his"
            + " request: incoming.release(). Bytes of the pool still taken:");
  }
}
