package manor.exercises.whomovesnext;

import static manor.exercises.ServerEvening.MILLI;
import static manor.exercises.ServerEvening.REQUEST;
import static manor.exercises.ServerEvening.SECOND;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import manor.exercises.Prediction;
import manor.exercises.ServerEvening;
import manor.exercises.Trail;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class NextMoveTest {
  private final ServerEvening evening = new ServerEvening("The server makes calls without end.");

  private String firstAnswered(String ofFirst, String ofSecond) {
    long first = evening.told().indexOf(answer(101));
    long second = evening.told().indexOf(answer(102));
    return first < second ? ofFirst : ofSecond;
  }

  private String answer(long key) {
    return evening.told().stream()
        .filter(line -> line.startsWith("answered " + key))
        .findFirst()
        .orElseThrow();
  }

  /** The last calls, long after the moment in question, would explain nothing. */
  private void last(long nanos) {
    evening.last(nanos);
    Trail.forget();
  }

  @Test
  @Order(1)
  void haltingAndSwift() {
    byte[] letter = REQUEST.getBytes(StandardCharsets.US_ASCII);
    evening.guest(evening.arriving(0).sendPieces(letter, 1, MILLI).pause(5 * MILLI).close());
    evening.guest(evening.arriving(2 * MILLI).send(REQUEST).pause(50 * MILLI).close());
    last(SECOND);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "Halting came first, but his request is not complete, and nobody waits for him.\n"
                + "His bytes are kept with his line in the ledger, and the steward turns to the next.",
            "b",
            "the run says otherwise.",
            "c",
            "what Halting still owes is no business of Swift's: each has a line of his own in the\n"
                + "ledger. Swift's request is complete, so it is answered in the turn that reads it.");
    new Prediction("1. Halting and Swift.", firstAnswered("a", "b"), whyNot)
        .check(WhoMovesNext.halting());
  }

  @Test
  @Order(2)
  void twoOnOneList() {
    evening.whenAsked(() -> evening.world().clock().pause(20 * MILLI));
    evening.guest(evening.arriving(0).pause(15 * MILLI).send(REQUEST).pause(SECOND).close());
    evening.guest(evening.arriving(0).pause(12 * MILLI).send(REQUEST).pause(SECOND).close());
    evening.guest(evening.arriving(0).pause(10 * MILLI).send(REQUEST).pause(SECOND).close());
    last(3 * SECOND);
    Map<String, String> whyNot =
        Map.of(
            "a",
            "a token is only a name. The steward goes down the list as he got it, and the kernel\n"
                + "puts who becomes ready at its end: Bert was ready first.",
            "b",
            "the run says otherwise.",
            "c",
            "nobody has looked at the requests yet when the list is made; and they are equal here.");
    new Prediction("2. Anna and Bert on one list.", firstAnswered("a", "b"), whyNot)
        .check(WhoMovesNext.sameList());
  }

  @Test
  @Order(3)
  void theHandlerThatSleeps() {
    boolean[] first = {true};
    evening.whenAsked(
        () -> {
          if (first[0]) {
            first[0] = false;
            evening.world().clock().pause(SECOND);
          }
        });
    evening.guest(evening.arriving(0).send(REQUEST).pause(5 * SECOND).close());
    evening.guest(evening.arriving(0).pause(10 * MILLI).send(REQUEST).pause(5 * SECOND).close());
    last(3 * SECOND);
    long at = evening.answeredAt(102);
    String run = at < 0 ? "c" : at < 100 ? "a" : "b";
    Map<String, String> whyNot =
        Map.of(
            "a",
            "there is one thread, and it sleeps in the handler. While it does, nobody asks the\n"
                + "kernel anything. The other guest was answered at "
                + at
                + " ms.",
            "b",
            "the run says otherwise.",
            "c",
            "his bytes wait in the kernel, and are told with the first wait afterwards. He was\n"
                + "answered at "
                + at
                + " ms.");
    new Prediction("3. The handler that sleeps.", run, whyNot).check(WhoMovesNext.sleeper());
  }

  @Test
  @Order(4)
  void twentySilentGuests() {
    for (int i = 0; i < 20; i++) {
      evening.guest(evening.arriving(0).pause(5 * SECOND).close());
    }
    evening.guest(evening.arriving(0).pause(10 * MILLI).send(REQUEST).pause(SECOND).close());
    last(500 * MILLI);
    List<String> calls = evening.calls();
    int write = 0;
    while (!calls.get(write).startsWith("write(")) {
      write++;
    }
    int wait = write;
    while (!calls.get(wait).startsWith("epoll_wait(")) {
      wait--;
    }
    int count = write - wait + 1;
    Map<String, String> whyNot =
        Map.of(
            "a",
            "the run took " + count + " calls.",
            "b",
            "the silent are not looked at: the kernel keeps a list of those who are ready, and hands\n"
                + "over that list alone. The calls: "
                + names(calls.subList(wait, write + 1)),
            "c",
            "who is not ready is not on the list, and who is not on the list is not read. The calls:\n"
                + names(calls.subList(wait, write + 1)));
    new Prediction("4. Twenty who are silent.", count == 3 ? "a" : count == 23 ? "b" : "c", whyNot)
        .check(WhoMovesNext.silent());
  }

  private static String names(List<String> calls) {
    return String.join(", ", calls.stream().map(call -> call.replaceFirst("\\(.*", "")).toList());
  }

  @Test
  @Order(5)
  void fickleLeaves() {
    evening.guest(evening.arriving(0).send("GET / HT").pause(10 * MILLI).close());
    last(SECOND);
    String end =
        evening.calls().stream()
            .filter(call -> call.matches("read\\(.*= 0|write\\(.*EPIPE.*"))
            .findFirst()
            .orElse("");
    String run = end.startsWith("read") ? "a" : end.startsWith("write") ? "c" : "b";
    Map<String, String> whyNot =
        Map.of(
            "a",
            "the run says otherwise.",
            "b",
            "the kernel knows of it at once, and says so: the end of file is something to read.\n"
                + "Patience is for those who are there and say nothing. Here: "
                + end,
            "c",
            "there is nothing to write to him: his request is not complete. What the steward was told\n"
                + "is that Fickle is readable: "
                + end);
    new Prediction("5. Fickle leaves.", run, whyNot).check(WhoMovesNext.fickle());
  }
}
