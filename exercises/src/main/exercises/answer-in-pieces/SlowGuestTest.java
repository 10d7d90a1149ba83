package manor.exercises.answerinpieces;

import static org.junit.jupiter.api.Assertions.fail;

import manor.exercises.Audience;
import manor.exercises.Caret;
import manor.exercises.Visitor;
import manor.http.Request;
import manor.http.RequestContext;
import manor.http.Response;
import manor.http.Status;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class SlowGuestTest {
  /** What a socket holds for a guest who does not read. */
  private static final int ROOM = 4096;

  private static final int LONG = 30_000;

  /** More than any guest here is sent; only an answer that never ends is longer. */
  private static final int MOST = 200_000;

  private final Audience audience = new Audience(SlowGuestTest::answer, ROOM);

  private static String content(String path, int length) {
    StringBuilder text = new StringBuilder();
    for (int line = 1; text.length() < length; line++) {
      text.append(path).append(" line ").append(line).append('\n');
    }
    return text.substring(0, length);
  }

  private static Response answer(Request request) {
    int length = request.hasPath("/short") ? 10 : request.hasPath("/huge") ? 150_000 : LONG;
    return Response.text(Status.OK, content(request.path(), length));
  }

  private static void ask(Visitor guest, String path) {
    guest.send("GET " + path + " HTTP/1.1\r\nHost: m\r\n\r\n");
  }

  /** Reads in bites and has the server go on in between, until nothing more comes. */
  private String readAll(Visitor guest, int bite) {
    StringBuilder all = new StringBuilder();
    String piece = guest.receive(bite);
    int silence = 0;
    while (silence < 3 && all.length() < MOST) {
      all.append(piece);
      audience.serve();
      silence = piece.isEmpty() ? silence + 1 : 0;
      piece = guest.receive(bite);
    }
    return all.toString();
  }

  private void hasCome(String heard, String path, int length, String mistake) {
    int start = heard.indexOf("\r\n\r\n") + 4;
    String expected = content(path, length);
    if (start < 4) {
      fail(
          mistake
              + "\nNot even the head of the answer to "
              + path
              + " has come.\n"
              + audience.log().last(3));
    }
    String got = heard.substring(start);
    if (!got.equals(expected)) {
      fail(mistake + "\n" + difference(expected, got) + "\n" + writes());
    }
  }

  private static String difference(String expected, String got) {
    int at = 0;
    while (at < Math.min(expected.length(), got.length())
        && expected.charAt(at) == got.charAt(at)) {
      at++;
    }
    String from = got.substring(Math.max(0, at - 20), Math.min(got.length(), at + 24));
    String note = at == got.length() ? "and then nothing" : "this does not belong here";
    return "The content has "
        + expected.length()
        + " bytes, and the first "
        + at
        + " are right:\n"
        + Caret.under(from, Math.min(at, 20), note);
  }

  private String writes() {
    int writes = audience.log().count("write");
    return "The server has made " + writes + " writes.";
  }

  @Test
  @Order(1)
  void aShortAnswer() {
    Visitor guest = audience.enter();
    ask(guest, "/short");
    audience.serve();
    hasCome(guest.receive(ROOM), "/short", 10, "There is room for the whole answer.");
  }

  @Test
  @Order(2)
  void aLongAnswerToASlowReader() {
    Visitor guest = audience.enter();
    ask(guest, "/long");
    audience.serve();
    if (guest.context().state() == RequestContext.State.ANSWERING) {
      return;
    }
    String state = "its state is " + guest.context().state() + ".\n";
    if (audience.log().count("write") > 1) {
      fail(
          "What was kept was written, and the socket took part of it. The server believes that\n"
              + "all is out: "
              + state
              + "unsentFrom has to move on by what was written, and the rest has to stay.");
    }
    fail(
        "The answer has 30000 bytes, and one write took part of them. The server believes\n"
            + "that all is out: "
            + state
            + "A write may take fewer bytes than it was given; what it did not take has to be"
            + " kept.");
  }

  @Test
  @Order(3)
  void theNextGuestFindsTheOutboxEmpty() {
    Visitor slow = audience.enter();
    Visitor quick = audience.enter();
    ask(slow, "/long");
    audience.serve();
    ask(quick, "/short");
    audience.serve();
    hasCome(
        quick.receive(ROOM),
        "/short",
        10,
        "A slow guest was being answered, and another one asked for /short. What he got was\n"
            + "not his: the outbox belongs to all, and has to be cleared.");
  }

  @Test
  @Order(4)
  void aSlowReaderGetsEverythingOnce() {
    Visitor guest = audience.enter();
    ask(guest, "/long");
    audience.serve();
    hasCome(
        readAll(guest, 1000),
        "/long",
        LONG,
        "The guest has read all that came, a thousand bytes at a time. Every write takes\n"
            + "what there is room for; the next has to go on behind it.");
  }

  @Test
  @Order(5)
  void anAnswerLargerThanTheOutbox() {
    Visitor guest = audience.enter();
    ask(guest, "/huge");
    audience.serve();
    hasCome(
        readAll(guest, 3000),
        "/huge",
        150_000,
        "The answer does not fit in the outbox, so it goes out in several outboxes full, and\n"
            + "each of them in pieces.");
  }

  @Test
  @Order(6)
  void anotherGuestInBetweenChangesNothing() {
    Visitor slow = audience.enter();
    Visitor quick = audience.enter();
    ask(slow, "/long");
    audience.serve();
    ask(quick, "/short");
    audience.serve();
    hasCome(
        readAll(slow, 1000),
        "/long",
        LONG,
        "Another guest was answered in between. What this one was still to get has to be\n"
            + "kept for him, apart from the outbox.");
  }

  @Test
  @Order(7)
  void aWriteThatTakesNothing() {
    Visitor guest = audience.enter();
    ask(guest, "/short");
    audience.faulty().with(InjectedFault.once(SystemCall.WRITE, 1, Errno.EAGAIN));
    audience.serve();
    hasCome(
        guest.receive(ROOM),
        "/short",
        10,
        "The first write found no room at all (EAGAIN). The whole answer has to be kept.");
  }

  @Test
  @Order(8)
  void theMemoryIsGivenBack() {
    Visitor guest = audience.enter();
    ask(guest, "/long");
    audience.serve();
    readAll(guest, 1000);
    if (audience.memoryInUse() != 0) {
      fail(
          "All is out, and "
              + audience.memoryInUse()
              + " bytes of the pool are still taken.\n"
              + "What was kept has to be given back once it is sent.");
    }
  }

  @Test
  @Order(9)
  void afterTheLongAnswerComesTheNext() {
    Visitor guest = audience.enter();
    ask(guest, "/long");
    ask(guest, "/short");
    audience.serve();
    String heard = readAll(guest, 700);
    String first = content("/long", LONG);
    int second = heard.indexOf(first) + first.length();
    if (!heard.contains(first)) {
      hasCome(heard, "/long", LONG, "Two requests; the first answer is a long one.");
    }
    hasCome(heard.substring(second), "/short", 10, "The second answer follows the first.");
  }
}
