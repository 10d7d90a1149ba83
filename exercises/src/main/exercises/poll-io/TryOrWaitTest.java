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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.exercises.Todo;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.io.ShutdownException;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.task.Context;
import manor.task.Ledger;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class TryOrWaitTest implements Ledger {
  private static final String EAGAIN = null;

  private static final String NOT_YOURS =
      "pollIo kept it to itself.\nA failure is neither a value nor EAGAIN: let the exception pass.";

  private final List<String> heard = new ArrayList<>();
  private final ScriptedSteward steward = new ScriptedSteward(this);
  private final Registration guest = steward.register(READABLE.and(WRITABLE));
  private final ScriptedWaker waker = new ScriptedWaker("task 1");
  private int attempts;
  private String spin =
      "The attempt was made 100 times in one poll, and every time it found nothing (EAGAIN): a"
          + " spin."
          + "\nTake away the readiness that turned out not to be true (clearReadiness).";

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
        throw mistake(spin);
      }
      return left.isEmpty() ? EAGAIN : left.remove().get(0);
    };
  }

  private Poll<String> poll(Attempt<String> attempt) throws IOException {
    return poll(waker.context(), attempt);
  }

  private Poll<String> poll(Context context, Attempt<String> attempt) throws IOException {
    try {
      return guest.pollIo(context, Direction.READ, attempt);
    } catch (Todo stub) {
      throw stub;
    } catch (RuntimeException thrown) {
      throw mistake(
          "pollIo threw "
              + thrown
              + ("still pending".equals(thrown.getMessage())
                  ? "\nA Pending has no event: ask isPending before get."
                  : "\nNobody asked for that: what fails is told by an IOException."),
          thrown);
    }
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
            that(++attempts < 100, "The attempt failed with ECONNRESET, 100 times: " + NOT_YOURS);
            throw new ErrnoException("read", Errno.ECONNRESET);
          });
    } catch (IOException expected) {
      that(
          expected.getMessage().contains("ECONNRESET"),
          "The attempt failed with ECONNRESET, but pollIo threw: " + expected.getMessage());
      return;
    }
    throw mistake("The attempt failed with ECONNRESET, and nobody was told: " + NOT_YOURS);
  }

  @Test
  @Order(8)
  void afterAShutdownNothingIsTried() {
    told(EPOLLIN);
    steward.deregister(guest);
    isToldOfTheShutdown(() -> tryOnce(guest.peek(), finds("a letter")), "tryOnce");
    isToldOfTheShutdown(() -> poll(finds("a letter")), "pollIo");
  }

  /** The student's own tryOnce: package-private in another package. */
  private Object tryOnce(ReadyEvent event, Attempt<String> attempt) throws Exception {
    Class<?>[] types = {ReadyEvent.class, Attempt.class};
    Method method = Registration.class.getDeclaredMethod("tryOnce", types);
    method.setAccessible(true);
    return method.invoke(guest, event, attempt);
  }

  private void isToldOfTheShutdown(Callable<?> call, String name) {
    Throwable thrown = null;
    try {
      call.call();
    } catch (Exception told) {
      thrown = told instanceof InvocationTargetException inside ? inside.getCause() : told;
    }
    if (thrown instanceof Todo stub) {
      throw stub;
    }
    that(
        attempts == 0,
        "The registration was shut down, and "
            + name
            + " made "
            + attempts
            + " attempt: the descriptor may belong to somebody else by now.\nThrow a"
            + " ShutdownException"
            + " instead, in tryOnce: futures (AsyncIo) ask it without pollIo.");
    that(
        thrown != null,
        "The registration was shut down, and "
            + name
            + " kept that to itself: the task waits for what will never come,\nor asks again and"
            + " again. Throw a ShutdownException.");
    that(
        thrown instanceof ShutdownException,
        "The registration was shut down: that is told by a ShutdownException, and not by "
            + thrown);
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
        attempts <= 2,
        "This poll's budget was 2, and "
            + attempts
            + " attempts were made: a task with an endless letter keeps everyone else waiting.\n"
            + "Ask mayProceed() first, and spend() for every value.");
    that(
        attempts == 2,
        "This poll's budget was 2, and it was used up by "
            + attempts
            + " attempt with a value: spend() once for each value.");
    that(third.isPending(), "The budget was used up, so nothing was tried: answer Pending.");
    equal(
        1,
        waker.wakes(),
        "Out of budget is no reason to sleep: mayProceed() wakes the task, once; nobody else has"
            + " to.");
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

  @Test
  @Order(11)
  void tryOnceServesFuturesToo() throws Exception {
    spin =
        "A future (AsyncIo) made the attempt by tryOnce, 100 times, and every time it found"
            + " nothing."
            + "\ntryOnce has to take away the readiness itself (clearReadiness): pollIo is not"
            + " asked.";
    told(EPOLLIN | EPOLLOUT);
    Poll<String> none = guest.asyncIo(READABLE, finds()).poll(waker.context());
    that(
        none.isPending() && names(guest.peek().bits()).equals("EPOLLOUT"),
        "A future (AsyncIo) made the attempt by tryOnce, and found nothing. Then tryOnce answers"
            + " null,"
            + "\nand takes away what the event promised; pollIo is not asked. Known now: "
            + names(guest.peek().bits()));
    told(EPOLLIN);
    Poll<String> some = guest.asyncIo(READABLE, finds("a letter")).poll(waker.context());
    that(
        some.isReady() && "a letter".equals(some.get()),
        "A future (AsyncIo) made the attempt by tryOnce, which found a letter: that is its"
            + " answer.");
  }

  @Test
  @Order(12)
  void theLedgerHearsHowItWent() throws IOException {
    told(EPOLLIN);
    poll(finds("a letter"));
    poll(finds());
    equal(
        List.of("tried EPOLLIN: done", "tried EPOLLIN: blocked"),
        heard,
        "The first attempt found a letter, and the second one nothing. The ledger hears of each,"
            + " once,"
            + " after it was made:\nio.tried(event, answer == null).");
  }

  @Override
  public void callTried(long token, int ready, boolean blocked) {
    heard.add("tried " + names(ready) + (blocked ? ": blocked" : ": done"));
  }
}
