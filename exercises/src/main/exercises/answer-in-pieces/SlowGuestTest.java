package manor.exercises.answerinpieces;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.answerinpieces.SlowReading.LONG;
import static manor.exercises.answerinpieces.SlowReading.ROOM;
import static manor.exercises.answerinpieces.SlowReading.content;

import java.util.List;
import manor.exercises.Audience;
import manor.exercises.Visitor;
import manor.http.RequestContext;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class SlowGuestTest {
  private final SlowReading reading = new SlowReading();
  private final Audience audience = reading.audience;

  @Test
  @Order(1)
  void aShortAnswer() {
    Visitor guest = audience.enter();
    reading.ask(guest, "/short");
    that(
        !audience.log().last(3).contains("write(3, \"\", 0)"),
        "An answer was in the outbox, and a write of no bytes was made. length() of the outbox is 0"
            + "\nonce it is cleared: ask before.\n"
            + audience.log().last(3));
    reading.hasCome(guest.receive(ROOM), "/short", 10, "There is room for the whole answer.");
    equal(
        0L,
        audience.memoryInUse(),
        "One write took the whole answer, and memory was taken all the same to keep what is left of"
            + "\nit. Nothing is left. Bytes of the pool:");
  }

  @Test
  @Order(2)
  void aLongAnswerToASlowReader() {
    Visitor guest = audience.enter();
    reading.ask(guest, "/long");
    if (guest.context().state() == RequestContext.State.ANSWERING) {
      return;
    }
    String state = "its state is " + guest.context().state() + ".\n";
    if (audience.log().count("write") > 1) {
      throw mistake(
          "What was kept was written, and the socket took part of it. The server believes that\n"
              + "all is out: "
              + state
              + "unsentFrom has to move on by what was written, and the rest has to stay: false.");
    }
    throw mistake(
        "The answer has 30000 bytes, and one write took part of them. The server believes\n"
            + "that all is out: "
            + state
            + (audience.memoryInUse() > 0
                ? "The rest was kept, and that is false: true says that nothing had to stay."
                : "A write may take fewer bytes than it was given; what it did not take has to be"
                    + " kept.\n(Ask the outbox for its length before it is cleared.)"));
  }

  @Test
  @Order(3)
  void theNextGuestFindsTheOutboxEmpty() {
    Visitor slow = audience.enter();
    Visitor quick = audience.enter();
    reading.ask(slow, "/long");
    reading.ask(quick, "/short");
    reading.hasCome(
        quick.receive(ROOM),
        "/short",
        10,
        "A slow guest was being answered, and another one asked for /short. What he got was\n"
            + "not his: the outbox belongs to all, and has to be cleared.");
  }

  @Test
  @Order(4)
  void whatIsKeptHasMemoryOfItsOwn() {
    reading.ask(audience.enter(), "/long");
    long ofOne = audience.memoryInUse();
    that(
        ofOne > 0,
        "The rest of an answer is still to be sent, and no memory of the pool is taken for it."
            + " Either it was given\nback already, or the rest still stands in the outbox, which"
            + " belongs to all: the next guest's answer is\nwritten over it. keep copies it; give"
            + " its memory back when all is out.");
    reading.ask(audience.enter(), "/long");
    equal(
        2 * ofOne,
        audience.memoryInUse(),
        "Two guests read slowly, and each needs memory for the rest of his answer. Bytes of the"
            + " pool:");
  }

  @Test
  @Order(5)
  void aSlowReaderGetsEverythingOnce() {
    Visitor guest = audience.enter();
    reading.ask(guest, "/long");
    reading.hasCome(
        reading.readAll(guest, 1000),
        "/long",
        LONG,
        "The guest has read all that came, a thousand bytes at a time. Every write takes\n"
            + "what there is room for; the next has to go on behind it.");
    List<String> calls = audience.log().last(5_000).lines().map(String::strip).toList();
    int last = calls.size() - 1;
    while (!calls.get(last).startsWith("write(")) {
      last--;
    }
    that(
        !calls.get(last + 1).startsWith("epoll_wait("),
        "The last write took all that was kept, and false was answered: the server asked the kernel"
            + "\nonce more for room, and had nothing to write. All is out: true.\n  "
            + String.join("\n  ", calls.subList(last, last + 3)));
  }

  @Test
  @Order(6)
  void theLastByteCountsToo() {
    Visitor guest = audience.enter();
    audience.faulty().cutWrites(1);
    reading.ask(guest, "/short");
    reading.hasCome(
        reading.readAll(guest, ROOM),
        "/short",
        10,
        "Every write took one byte. As long as one is left, it is kept, and the answer is false.");
  }

  @Test
  @Order(7)
  void anAnswerLargerThanTheOutbox() {
    Visitor guest = audience.enter();
    reading.ask(guest, "/huge");
    reading.hasCome(
        reading.readAll(guest, 3000),
        "/huge",
        150_000,
        "The answer does not fit in the outbox, so it goes out in several outboxes full, and\n"
            + "each of them in pieces.");
  }

  @Test
  @Order(8)
  void anotherGuestInBetweenChangesNothing() {
    Visitor slow = audience.enter();
    Visitor quick = audience.enter();
    reading.ask(slow, "/long");
    reading.ask(quick, "/short");
    reading.hasCome(
        reading.readAll(slow, 1000),
        "/long",
        LONG,
        "Another guest was answered in between. What this one was still to get has to be\n"
            + "kept for him, apart from the outbox.");
  }

  @Test
  @Order(9)
  void aWriteThatTakesNothing() {
    Visitor guest = audience.enter();
    Visitor next = audience.enter();
    audience.faulty().with(InjectedFault.once(SystemCall.WRITE, 1, Errno.EAGAIN));
    guest.send(SlowReading.request("/short"));
    reading.ask(next, "/none");
    reading.hasCome(
        next.receive(ROOM),
        "/none",
        0,
        "The first write for another guest found no room at all (EAGAIN). Then came this one. The\n"
            + "outbox has to be empty for him all the same: clear it, whatever the write took.");
    reading.hasCome(
        guest.receive(ROOM),
        "/short",
        10,
        "The first write found no room at all (EAGAIN). The whole answer has to be kept.");
  }

  @Test
  @Order(10)
  void theMemoryIsGivenBack() {
    Visitor guest = audience.enter();
    reading.ask(guest, "/long");
    reading.readAll(guest, 1000);
    long left = audience.memoryInUse();
    that(
        left <= 0,
        "All is out, and "
            + left
            + " bytes of the pool are still taken.\nWhat was kept has to be given back once it is"
            + " sent; and each keep takes memory anew.");
    that(
        left == 0,
        "All is out, and more was given back than was taken: "
            + -left
            + " bytes.\n"
            + "Give memory back once, when all of it is sent, and forget it: unsent = null.");
  }

  @Test
  @Order(11)
  void afterTheLongAnswerComesTheNext() {
    Visitor guest = audience.enter();
    reading.ask(guest, "/long");
    reading.ask(guest, "/short");
    String heard = reading.readAll(guest, 700);
    String first = content("/long", LONG);
    int second = heard.indexOf(first) + first.length();
    if (!heard.contains(first)) {
      reading.hasCome(heard, "/long", LONG, "Two requests; the first answer is a long one.");
    }
    reading.hasCome(heard.substring(second), "/short", 10, "The second answer follows the first.");
  }
}
