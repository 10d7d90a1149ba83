package manor.exercises.pollio;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;
import static manor.syscall.Linux.EPOLLRDHUP;

import java.io.IOException;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.ReadyEvent;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ask, attempt, clear, and ask again: no news is lost, and nobody waits without a waker. */
@TestMethodOrder(OrderAnnotation.class)
class TryOrWaitTest extends TriedGuest {
  @Test
  @Order(1)
  void whenReadyTheAttemptIsMade() throws IOException {
    told(EPOLLIN);
    Poll<String> poll = poll(finds("a letter"));
    that(poll.isReady(), "The descriptor was ready and the attempt found a letter: answer Ready.");
    equal(
        1,
        attempts,
        "The attempt found a letter, and was made again: what the first one found is lost. Make it"
            + " once,\nand answer with what it found.");
    equal("a letter", poll.get(), "Ready carries what the attempt found.");
  }

  @Test
  @Order(2)
  void whenNothingIsKnownNoAttemptIsMade() throws IOException {
    Poll<String> poll = poll(finds("a letter"));
    equal(
        0,
        attempts,
        "Nothing was known of the descriptor, and the attempt was made all the same:\n"
            + "a system call for nothing. Ask pollReadiness first.");
    that(poll.isPending(), "Nothing is known of the descriptor: answer Pending.");
    equal(1, guest.waiting(), "Pending, and no waker was left: nobody will ever call back.");
  }

  @Test
  @Order(3)
  void whatWouldBlockLeavesAWakerAndWaits() throws IOException {
    told(EPOLLIN);
    Poll<String> poll = poll(finds());
    that(
        poll.isPending(),
        "The attempt found nothing (EAGAIN): there is no value to be Ready with.");
    equal(
        names(0),
        names(guest.peek().bits() & EPOLLIN),
        "The attempt found nothing, and EPOLLIN is still believed: take it away"
            + " (clearReadiness).");
    equal(
        0,
        waker.wakes(),
        "The task was woken although nothing has happened: it is polled again for nothing, perhaps"
            + " for ever.\nAsk pollReadiness again after clearing: it leaves the waker where news"
            + " will come.");
    equal(
        1,
        guest.waiting(),
        "You took the readiness away and answered Pending, but left no waker: a lost wake-up.\n"
            + "pollReadiness left none, for it had found readiness. Ask it again after clearing.");
    told(EPOLLIN);
    equal(1, waker.wakes(), "The next news wakes the task that waits.");
  }

  @Test
  @Order(4)
  void newsThatComesDuringTheAttemptIsNotLost() throws IOException {
    told(EPOLLIN);
    Attempt<String> found = finds(EAGAIN, "a letter");
    Attempt<String> attempt =
        () -> {
          String letter = found.attempt();
          if (attempts == 1) {
            told(EPOLLIN);
          }
          return letter;
        };
    Poll<String> poll = poll(attempt);
    that(
        poll.isReady() || waker.wakes() > 0 || (guest.peek().bits() & EPOLLIN) == 0,
        "News came during the attempt, so clearing was refused: EPOLLIN, tick 2, is known. And yet"
            + " the task was told\nPending: pollReadiness found readiness and left no waker. Go"
            + " round"
            + " once more: ask, attempt, clear.");
    that(
        poll.isReady() || waker.wakes() > 0,
        "Fresh news was lost:\n"
            + "  1. the task saw EPOLLIN, tick 1\n"
            + "  2. it tried to read: EAGAIN\n"
            + "  3. before it could say so, the driver brought EPOLLIN, tick 2: a letter is there\n"
            + "  4. it took EPOLLIN away and was told Pending. Known now: "
            + names(guest.peek().bits() & EPOLLIN)
            + "\nClear with the event the attempt was made for (tick 1): then clearing is refused,"
            + " and one asks again.");
    that(
        poll.isReady(),
        "News came during the attempt, and the task was told Pending, and woken: it is polled again"
            + " for what could\nbe had at once. No waker has to be called: go round once more, ask,"
            + " attempt, clear.");
    equal("a letter", poll.get(), "The second attempt found a letter.");
  }

  @Test
  @Order(5)
  void aRoundIsMadeAsOftenAsItTakes() throws IOException {
    told(EPOLLIN);
    Attempt<String> found = finds(EAGAIN, EAGAIN, EAGAIN, EAGAIN, EAGAIN, "a letter");
    Attempt<String> attempt =
        () -> {
          String letter = found.attempt();
          if (letter == EAGAIN) {
            told(EPOLLIN);
          }
          return letter;
        };
    Poll<String> poll = poll(attempt);
    that(
        poll.isReady(),
        "News came during each of five attempts, and the sixth would have found a letter. After "
            + attempts
            + " the task was told Pending,\nwith "
            + guest.waiting()
            + " wakers left. Only pollReadiness says when to be Pending, for then it has left the"
            + " waker:\nask, attempt and clear as often as it takes.");
  }

  @Test
  @Order(6)
  void theOtherWayKeepsItsReadiness() throws IOException {
    told(EPOLLIN | EPOLLOUT);
    poll(finds());
    equal(
        names(EPOLLOUT),
        names(guest.peek().bits()),
        "A read would have blocked. That says nothing about writing: clear what the event"
            + " promised, no more.");
    attempts = 0;
    Poll<String> poll = guest.pollIo(waker.context(), Direction.WRITE, finds("written"));
    that(poll.isReady(), "There is room to write: ask for the direction that was given.");
  }

  @Test
  @Order(9)
  void onlyNullMeansWouldBlock() throws IOException {
    told(EPOLLIN);
    String why =
        "The attempt answered with a value, and that is what it found: only null says EAGAIN.";
    that(poll(finds("")).isReady(), "An empty text was found, and taken for nothing.\n" + why);
    Poll<Integer> end = guest.pollIo(waker.context(), Direction.READ, () -> ++attempts > 5 ? 1 : 0);
    that(
        end.isReady() && end.get() == 0,
        "The attempt answered 0: a read's end of file, and a value like any other.\n" + why);
  }

  @Test
  @Order(10)
  void anEndStaysAnEnd() throws IOException {
    told(EPOLLIN | EPOLLRDHUP);
    poll(finds(EAGAIN, "the end"));
    equal(
        names(EPOLLRDHUP),
        names(guest.peek().bits()),
        "The guest will send no more (EPOLLRDHUP): that stays, though a read would have blocked."
            + " clearReadiness(event)\nknows it; setReadiness with all of the event's bits takes"
            + " it away, and nobody tells it again.");
  }

  @Test
  @Order(7)
  void oneWhoFoundSomethingMayFindMore() throws IOException {
    told(EPOLLIN);
    Attempt<String> attempt = finds("first", "second");
    poll(attempt);
    Poll<String> second = poll(attempt);
    that(
        second.isReady(),
        "Two letters came with one edge. The first was read, and readiness was taken away:\n"
            + "the second lies there and nobody is told again. Clear only after EAGAIN.");
  }

  @Test
  @Order(8)
  void whatTheEventPromisedStaysUntilTheAttemptIsMade() throws IOException {
    told(EPOLLIN);
    ReadyEvent before = guest.peek();
    Attempt<String> attempt =
        () -> {
          equal(
              names(EPOLLIN),
              names(guest.peek().bits()),
              "The readiness was taken away before the attempt was made. Should it find something,"
                  + " or fail,\nnobody will be told of what is left. Attempt first; clear only"
                  + " after null.");
          return "a letter";
        };
    poll(attempt);
    equal(
        before,
        guest.peek(),
        "A letter was found, and what is known has changed. The tick counts the driver's news;"
            + " nobody else brings any.\nAfter a value leave it as it is.");
  }
}
