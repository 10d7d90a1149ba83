package manor.exercises.waker;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.List;
import manor.exercises.CallOrder;
import manor.task.CountingWaker;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Waker;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class MessengerTest {
  private static final String ONCE_MADE =
      "A copy that has gone was made all the same: clones() never goes down.";

  private static final String SWAP = "AtomicInteger.(weak)?[cC]ompareAnd\\w+";

  private final CountingWaker counter = new CountingWaker();

  @Test
  @Order(1)
  void wakingByReferenceBringsNewsAndKeepsTheMessenger() {
    counter.waker().wakeByRef();
    counter.waker().wakeByRef();
    equal(2, counter.takeWakes(), "wakeByRef was called twice: each time it brings news.");
    equal(
        0,
        counter.live(),
        "Nobody was copied, and wakeByRef leaves the messenger as he is: only wake uses one up.");
    equal(0, counter.clones(), "wakeByRef makes no copy.");
  }

  @Test
  @Order(2)
  void aCopyIsCountedAndWakesTheSame() {
    counter.waker().wakeByRef();
    Waker copy = counter.waker().clone();
    equal(1, counter.clones(), "One copy was made: clones() counts it.");
    equal(1, counter.live(), "The copy is neither woken nor dropped: live() counts it.");
    equal(
        1,
        counter.takeWakes(),
        "News was brought once, and then a copy was made. Copying brings no news, and takes none"
            + " away.");
    that(
        wakesTheSame(copy),
        "The copy does not wake the same one as its original: willWake compares the data and the"
            + " table,\nand both must be the very same objects. What is kept already (rawWaker) is"
            + " that pair.");
  }

  private boolean wakesTheSame(Waker copy) {
    try {
      return counter.waker().willWake(copy);
    } catch (NullPointerException nobody) {
      throw mistake("cloned returned null: there is no messenger in that copy.");
    }
  }

  private static void does(String duty, Runnable deed) {
    try {
      deed.run();
    } catch (IllegalStateException gone) {
      throw mistake(
          "A copy's "
              + duty
              + " was called, and your code has used up the messenger that the counter lends"
              + " (waker).\nThe four duties count, and call nobody: change the counters themselves.",
          gone);
    }
  }

  @Test
  @Order(3)
  void wakingUsesTheCopyUp() {
    Waker copy = counter.waker().clone();
    does("wake", copy::wake);
    equal(1, counter.takeWakes(), "wake was called once: it brings news, once.");
    equal(
        0,
        counter.live(),
        "wake uses the messenger up. Whoever forgets that counts a leak where there is none.");
    equal(1, counter.clones(), ONCE_MADE);
  }

  @Test
  @Order(4)
  void droppingTheCopyBringsNoNews() {
    Waker copy = counter.waker().clone();
    does("drop", copy::drop);
    equal(0, counter.takeWakes(), "drop sends the messenger home: nobody is woken by it.");
    equal(0, counter.live(), "A messenger that was dropped is gone: live() goes down.");
    equal(1, counter.clones(), ONCE_MADE);
  }

  @Test
  @Order(5)
  void copiesOfCopiesAreCountedOneByOne() {
    Waker first = counter.waker().clone();
    Waker second = first.clone();
    equal(2, counter.clones(), "A copy was copied: that makes two.");
    equal(2, counter.live(), "Two copies are about, and neither was woken or dropped.");
    second.wakeByRef();
    first.drop();
    equal(1, counter.live(), "One of two was dropped; wakeByRef used nobody up.");
    Waker third = second.clone();
    equal(
        2,
        counter.live(),
        "Two copies were made, one was dropped, and then a third was made. A copy makes live() one"
            + " more:\nlive is a count of its own, and goes another way than clones.");
    second.wake();
    equal(1, counter.live(), "Of two, one was woken, which uses up him alone.");
    equal(
        2,
        counter.takeWakes(),
        "The second brought news twice: wakeByRef, then wake. Each of them brings news, also while"
            + " other copies\nare about: live says nothing of that.");
    third.drop();
    equal(0, counter.live(), "The last one was dropped.");
    equal(3, counter.clones(), "Three copies were made in all. " + ONCE_MADE);
  }

  @Test
  @Order(6)
  void aBellThatHasRungKeepsNobody() throws Exception {
    Notify bell = new Notify();
    Future<Void> stays = bell.notified();
    Future<Void> leaves = bell.notified();
    stays.poll(counter.context());
    leaves.poll(counter.context());
    equal(2, counter.live(), "Two wait for a bell: each left a copy there.");
    leaves.drop();
    bell.notifyOne();
    equal(1, counter.takeWakes(), "The bell rang for one of them; the other had left.");
    equal(0, counter.live(), "One was woken, one was dropped: nobody is left at the bell.");
  }

  /** No run on one thread shows what two do at once, so it is read from the class file. */
  @Test
  @Order(7)
  void twoThreadsMayCountAtOnce() {
    for (String duty : List.of("cloned", "woken", "wokenAndGone", "gone")) {
      CallOrder order = CallOrder.of(getClass(), CountingWaker.class.getName(), duty);
      that(
          order.first("AtomicInteger.(set|lazySet|setPlain|setOpaque|setRelease)") < 0,
          duty
              + " puts a new number in with set. Between the look at the old one and the set"
              + " another thread may count,\nand what it counted is overwritten. incrementAndGet"
              + " and"
              + " decrementAndGet are one step.");
      that(
          order.first(SWAP) < 0 || order.repeats(SWAP),
          duty
              + " asks compareAndSet once. If another thread has counted since the look it answers"
              + " false and changes nothing:\nthis count is lost. Try again until it answers true;"
              + " or incrementAndGet and decrementAndGet, which do that.");
    }
  }
}
