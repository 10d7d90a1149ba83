package manor.exercises.lostwakeup;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.io.IOException;
import manor.exercises.ScriptedWaker;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.ShutdownException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whose waker stands in which slot, what an event speaks of, and the end of it all. */
@TestMethodOrder(OrderAnnotation.class)
class SlotsTest extends TriedLook {
  @Test
  @Order(1)
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
  @Order(2)
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
  @Order(3)
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
  @Order(4)
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
  @Order(5)
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
  @Order(6)
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
