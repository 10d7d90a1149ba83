package manor.exercises.lostwakeup;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.io.IOException;
import manor.io.Direction;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** News before, between and after the looks is answered or wakes. */
@TestMethodOrder(OrderAnnotation.class)
class SecondLookTest extends TriedLook {
  @Test
  @Order(1)
  void readinessThatIsKnownIsFoundAtOnce() throws IOException {
    told(EPOLLIN);
    that(
        isReady(waker, Direction.READ),
        "EPOLLIN was known before the task asked, and it was told Pending.");
  }

  @Test
  @Order(2)
  void oneWhoWaitsIsWokenByTheNextNews() throws IOException {
    that(!isReady(waker, Direction.READ), "Nothing is known yet: the answer is Pending.");
    equal(
        0, waker.wakes(), "Nothing has happened, and the task was woken: it asks again for ever.");
    that(
        guest.waiting() > 0,
        "The task was told Pending, and nobody keeps a waker of it: nobody will ever call back.");
    equal(
        1,
        guest.waiting(),
        "The task waits to read, in more than one slot: news of the other way would wake it for"
            + " nothing.");
    equal(
        1,
        waker.clones(),
        "The waker in the context is only lent, for this poll: keep a clone of it, once (store"
            + " does).");
    told(EPOLLIN);
    equal(1, waker.wakes(), "EPOLLIN came while the task waited for it: it is woken, once.");
    that(isReady(waker, Direction.READ), "Woken for EPOLLIN, the task asked, and got Pending.");
  }

  @Test
  @Order(3)
  void newsBetweenTheLookAndTheStoringIsNotLost() throws IOException {
    boolean ready = isReadyWhileNewsComes(Direction.READ, EPOLLIN);
    that(
        ready || waker.wakes() > 0,
        "A lost wake-up, in three steps:\n"
            + "  1. the task looked: nothing is known\n"
            + "  2. the driver set EPOLLIN, tick 1, and woke everyone who waited: nobody\n"
            + "  3. the task stored its waker, and was told Pending\n"
            + "The readiness is there, the task sleeps, and an edge is told once: it sleeps for"
            + " ever.\nWhoever has stored a waker must look once more, and answer from that"
            + " look.");
    that(
        ready || looksUnderTheLock(),
        "EPOLLIN came between the look and the storing. The second look found it, and yet the task"
            + " was told Pending,\nand woken: it must be polled again for what was known already."
            + " No waker has to be called:\nanswer Ready from the second look.");
  }

  @Test
  @Order(4)
  void bothWaysAreSafe() throws IOException {
    boolean ready = isReadyWhileNewsComes(Direction.WRITE, EPOLLOUT);
    that(
        ready || waker.wakes() > 0,
        "The same lost wake-up on the way out: EPOLLOUT came between the look and the storing.");
  }

  @Test
  @Order(5)
  void whoeverFindsReadinessLeavesNoWaker() throws IOException {
    told(EPOLLIN);
    isReady(waker, Direction.READ);
    equal(
        0,
        waker.clones(),
        "The descriptor was ready, and a waker was stored all the same. That costs a clone and a"
            + " lock in every\npoll, and later somebody is woken for nothing. Look first; store"
            + " only if there is nothing.");
  }

  @Test
  @Order(6)
  void whatIsReadyForOneWayIsNotForTheOther() throws IOException {
    told(EPOLLOUT);
    that(
        !isReady(waker, Direction.READ),
        "There is room to write, and a task that wants to read was told Ready: ask for the mask.");
    told(EPOLLOUT);
    equal(0, waker.wakes(), "EPOLLOUT is no news for one who wants to read.");
    told(EPOLLIN);
    equal(1, waker.wakes(), "EPOLLIN is: whoever waits in the slot of READ is woken.");
  }

  @Test
  @Order(7)
  void newsForTheOtherWayDoesNotCountInTheSecondLook() throws IOException {
    that(
        !isReadyWhileNewsComes(Direction.READ, EPOLLOUT),
        "EPOLLOUT came between look and store, and a task that wants to read was told Ready.\n"
            + "The second look asks for the same mask as the first.");
  }
}
