package manor.exercises.pollio;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.Registration;
import manor.io.ShutdownException;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.task.Context;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class TryOrWaitTest {
  private static final String EAGAIN = null;

  private final ScriptedSteward steward = new ScriptedSteward();
  private final Registration guest = steward.register(READABLE.and(WRITABLE));
  private final ScriptedWaker waker = new ScriptedWaker("task 1");
  private int attempts;

  @AfterEach
  void close() {
    steward.close();
  }

  private void told(int bits) {
    steward.hears(guest, bits).turn();
  }

  /** An attempt that finds these, one after the other, and then nothing more. */
  private Attempt<String> finds(String... found) {
    Deque<List<String>> left = new ArrayDeque<>();
    Arrays.stream(found).forEach(one -> left.add(Arrays.asList(one)));
    return () -> {
      if (++attempts > 100) {
        throw mistake(
            "The attempt was made 100 times in one poll, and every time it found nothing (EAGAIN):"
                + " a spin.\nTake away the readiness that turned out not to be true"
                + " (clearReadiness).");
      }
      return left.isEmpty() ? EAGAIN : left.remove().get(0);
    };
  }

  private Poll<String> poll(Attempt<String> attempt) throws IOException {
    return poll(waker.context(), attempt);
  }

  private Poll<String> poll(Context context, Attempt<String> attempt) throws IOException {
    return guest.pollIo(context, Direction.READ, attempt);
  }

  @Test
  @Order(1)
  void whenReadyTheAttemptIsMade() throws IOException {
    told(EPOLLIN);
    Poll<String> poll = poll(finds("a letter"));
    that(poll.isReady(), "The descriptor was ready and the attempt found a letter: answer Ready.");
    equal("a letter", poll.get(), "Ready carries what the attempt found.");
    equal(1, attempts, "One attempt was enough.");
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
        1,
        guest.waiting(),
        "You took the readiness away and answered Pending, but left no waker: a lost wake-up.\n"
            + "pollReadiness left none, for it had found readiness. Ask it again after clearing.");
    equal(0, waker.wakes(), "The task was woken although nothing has happened: it will spin.");
    told(EPOLLIN);
    equal(1, waker.wakes(), "The next news wake the task that waits.");
  }

  @Test
  @Order(4)
  void newsThatComeDuringTheAttemptAreNotLost() throws IOException {
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
            + " the task was told\nPending: pollReadiness found readiness and left no waker. Go round"
            + " once more: ask, attempt, clear.");
    that(
        poll.isReady() || waker.wakes() > 0,
        "Fresh news were lost:\n"
            + "  1. the task saw EPOLLIN, tick 1\n"
            + "  2. it tried to read: EAGAIN\n"
            + "  3. before it could say so, the driver brought EPOLLIN, tick 2: a letter is there\n"
            + "  4. it took EPOLLIN away and was told Pending. Known now: "
            + names(guest.peek().bits() & EPOLLIN)
            + "\nClear with the event the attempt was made for (tick 1): then clearing is refused,"
            + " and one asks again.");
    equal("a letter", poll.get(), "The second attempt found a letter.");
  }

  @Test
  @Order(5)
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
  @Order(6)
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
  @Order(7)
  void aFailureIsThePollersToHandle() {
    told(EPOLLIN);
    try {
      poll(
          () -> {
            throw new ErrnoException("read", Errno.ECONNRESET);
          });
    } catch (IOException expected) {
      that(
          expected.getMessage().contains("ECONNRESET"),
          "The attempt failed with ECONNRESET, but pollIo threw: " + expected.getMessage());
      return;
    }
    throw mistake("The attempt failed with ECONNRESET, and pollIo kept it to itself.");
  }

  @Test
  @Order(8)
  void afterAShutdownNothingIsTried() throws IOException {
    told(EPOLLIN);
    steward.deregister(guest);
    try {
      poll(finds("a letter"));
    } catch (ShutdownException expected) {
      equal(0, attempts, "After a shutdown the number may be a stranger's: make no attempt.");
      return;
    }
    that(
        attempts > 0,
        "The registration was shut down, and pollIo kept that to itself: the task waits for what will"
            + " never come.\nThrow a ShutdownException.");
    throw mistake(
        "The registration was shut down, and "
            + attempts
            + " attempts were made: the descriptor may belong to somebody else by now.\n"
            + "Throw a ShutdownException instead.");
  }

  @Test
  @Order(9)
  void nobodyDoesMoreInOnePollThanHisShare() throws IOException {
    told(EPOLLIN);
    Attempt<String> endless = () -> "letter " + ++attempts;
    Context share = waker.context(2);
    poll(share, endless);
    poll(share, endless);
    Poll<String> third = poll(share, endless);
    that(
        third.isPending() && attempts == 2,
        "This poll's budget was 2, and "
            + attempts
            + " attempts were made: a task with an endless letter keeps everyone else waiting.\n"
            + "Ask mayProceed() first, and spend() for every value.");
    equal(1, waker.wakes(), "Out of budget is no reason to sleep: mayProceed() wakes the task.");
  }

  @Test
  @Order(10)
  void waitingCostsNothing() throws IOException {
    Context share = waker.context(1);
    poll(share, finds());
    told(EPOLLIN);
    poll(share, finds());
    told(EPOLLIN);
    Poll<String> third = poll(share, finds("a letter"));
    that(
        third.isReady(),
        "Two polls ended in Pending and used up the budget. Only what came of a poll is spent: a"
            + " value.");
  }
}
