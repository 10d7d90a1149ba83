package manor.exercises.lostwakeup;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.io.IOException;
import java.util.List;
import manor.exercises.CallOrder;
import manor.exercises.ScriptedSteward;
import manor.exercises.ScriptedWaker;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.Registration;
import manor.io.ShutdownException;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class SecondLookTest {
  private final ScriptedSteward steward = new ScriptedSteward();
  private final Registration guest = steward.register(READABLE.and(WRITABLE));
  private final ScriptedWaker waker = new ScriptedWaker("task 1");

  @AfterEach
  void close() {
    steward.close();
  }

  private void told(int bits) {
    steward.hears(guest, bits).turn();
  }

  /** Readiness is all that is asked for: the attempt succeeds at once. */
  private boolean isReady(ScriptedWaker asked, Direction direction) throws IOException {
    Poll<String> poll = guest.pollIo(asked.context(), direction, () -> "a letter");
    return poll.isReady();
  }

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

  /**
   * Whether pollReadiness holds the lock from its last look to the storing. Then the driver, who
   * has to wake under it, cannot come in between: that is safe too.
   */
  private static boolean looksUnderTheLock() {
    CallOrder order = CallOrder.of(SecondLookTest.class, "manor.io.ScheduledIo", "pollReadiness");
    int store = order.first("ScheduledIo.store|Waker.clone");
    int lock = order.first("\\(lock\\)");
    if (lock < 0 || store < lock) {
      return false;
    }
    List<String> before = order.calls().subList(lock, store);
    int look = before.lastIndexOf("AtomicReference.get");
    return look >= 0 && look > before.lastIndexOf(CallOrder.UNLOCK);
  }

  /** Asks; and between the look and the storing, or else at once afterwards, news comes. */
  private boolean isReadyWhileNewsComes(Direction direction, int bits) throws IOException {
    if (looksUnderTheLock()) {
      boolean ready = isReady(waker, direction);
      told(bits);
      return ready;
    }
    waker.whenCloned(() -> told(bits));
    return isReady(waker, direction);
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

  @Test
  @Order(8)
  void anEventSpeaksOfOneWayOnly() throws IOException {
    waker.whenCloned(() -> told(EPOLLIN | EPOLLOUT));
    int[] attempts = new int[1];
    Attempt<String> nothing =
        () -> {
          attempts[0]++;
          return null;
        };
    guest.pollIo(waker.context(), Direction.READ, nothing);
    if (looksUnderTheLock()) {
      guest.pollIo(waker.context(), Direction.READ, nothing);
    }
    equal(
        names(EPOLLOUT),
        names(guest.peek().bits()),
        "A reader was handed an event that spoke of EPOLLOUT too. When its read would have blocked,"
            + " it took away\nall that the event promised, and the writer waits for ever. Look with"
            + " the mask.");
    equal(
        1,
        attempts[0],
        "EPOLLIN came between the look and the storing, and the task was told Ready; but with the"
            + " event of the first look,\nwhich knew of nothing. When its read would have blocked,"
            + " there was nothing to take away, and it was tried again.\nReady carries what the"
            + " second look showed. Attempts:");
  }

  @Test
  @Order(9)
  void aReaderAndAWriterWaitSideBySide() throws IOException {
    ScriptedWaker writer = new ScriptedWaker("task 2");
    isReady(waker, Direction.READ);
    isReady(writer, Direction.WRITE);
    equal(2, guest.waiting(), "A reader and a writer wait: each in the slot of its direction.");
    told(EPOLLIN | EPOLLOUT);
    equal(1, waker.wakes(), "The reader is woken by EPOLLIN.");
    equal(1, writer.wakes(), "The writer is woken by EPOLLOUT.");
  }

  @Test
  @Order(10)
  void theLatestWakerIsTheOneThatIsKept() throws IOException {
    ScriptedWaker latest = new ScriptedWaker("task 2");
    isReady(waker, Direction.READ);
    isReady(latest, Direction.READ);
    told(EPOLLIN);
    equal(1, latest.wakes(), "Two polled, one after the other: the latest is the one to wake.");
    equal(0, waker.wakes() + waker.live(), "The earlier waker was replaced, and dropped.");
    equal(0, latest.live(), "The waker that was lent stays the lender's: what is kept is a clone.");
  }

  @Test
  @Order(11)
  void nobodyWaitsForWhatWasShutDown() {
    steward.deregister(guest);
    try {
      guest.pollIo(waker.context(), Direction.READ, () -> "a letter");
    } catch (IOException toldSo) {
      return;
    }
    throw mistake(
        "The registration was shut down, and the task was told Pending: it waits for ever.\n"
            + "event.concerns(mask) is also true after a shutdown.");
  }

  @Test
  @Order(12)
  void aShutdownBetweenTheLookAndTheStoringIsNotLost() throws IOException {
    boolean safe = looksUnderTheLock();
    if (!safe) {
      waker.whenCloned(() -> steward.deregister(guest));
    }
    try {
      isReady(waker, Direction.READ);
    } catch (ShutdownException toldSo) {
      return;
    }
    if (safe) {
      steward.deregister(guest);
    }
    that(
        waker.wakes() > 0,
        "The registration was shut down between the look and the storing, and the task was told"
            + " Pending: it waits for ever.\nA shutdown brings no bits and no tick. The second look"
            + " asks what the first one asked: event.concerns(mask).");
  }

  @Test
  @Order(13)
  void theSlotsAreLeftToTheirOwners() throws IOException {
    ScriptedWaker writer = new ScriptedWaker("task 2");
    isReady(writer, Direction.WRITE);
    isReadyWhileNewsComes(Direction.READ, EPOLLIN);
    told(EPOLLOUT);
    equal(
        1,
        writer.wakes(),
        "A writer waited, and then a reader's second look found EPOLLIN. EPOLLOUT came, and the"
            + " writer was not woken:\nsomebody took its waker out of its slot. pollReadiness"
            + " puts wakers in (store); taking out is the driver's.");
    equal(
        guest.waiting(),
        waker.live(),
        "The second look found EPOLLIN, and the waker was taken out of its slot and not dropped."
            + " Let it stay there:\na wake too many is harmless. Kept in slots, and still alive:");
  }
}
