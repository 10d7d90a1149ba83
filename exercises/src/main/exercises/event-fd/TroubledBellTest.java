package manor.exercises.eventfd;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** When a call does not do what was asked. */
@TestMethodOrder(OrderAnnotation.class)
class TroubledBellTest {
  private static final long FULL = -2;

  private final TriedBell tried;

  TroubledBellTest() throws ErrnoException {
    tried = new TriedBell();
  }

  @Test
  @Order(1)
  void anInterruptedKnockIsMadeAgain() {
    tried.faulty.with(new InjectedFault(SystemCall.WRITE, 1, Errno.EINTR, 3));
    tried.knock(
        "write answered -4 (-EINTR), three times: a signal came first. That is no answer: make"
            + " the\n"
            + "call again, as often as it takes.");
    tried.drains(
        1,
        "An interrupted write (EINTR) has added nothing. Make the same call again: else the knock\n"
            + "is lost, and the steward sleeps on.");
  }

  @Test
  @Order(2)
  void aFullCounterNeedsNoOtherKnock() throws ErrnoException {
    tried.counterIs(FULL);
    tried.knock(
        "write answered -11 (-EAGAIN): the counter is too full to take another one. So it is"
            + " above\n"
            + "zero, so it is readable, and the steward will come: that is all a knock is for.");
    tried.isHeard(true, "It is full, and has to stay readable.");
    equal(
        0,
        tried.log.count("read"),
        "The counter was full, and knock has drained it: the knocks of all the others are gone."
            + "\nIt is the steward who drains. Reads:");
  }

  @Test
  @Order(3)
  void aClosedBellIsNobodysFault() {
    tried.bell.close();
    tried.knock(
        "write answered -9 (-EBADF): the bell is closed. Nobody is behind the door, and whoever\n"
            + "knocks need not care.");
  }

  @Test
  @Order(4)
  void itIsTheKernelWhoSaysThatItIsClosed() {
    tried.faulty.with(InjectedFault.once(SystemCall.WRITE, 1, Errno.EBADF));
    tried.knock(
        "write answered -9 (-EBADF): nobody is behind the door any more, whatever isClosed says."
            + " It is\n"
            + "the answer of the call that counts.");
  }

  @Test
  @Order(5)
  void anyOtherErrnoIsThrown() {
    tried.faulty.with(InjectedFault.once(SystemCall.WRITE, 1, Errno.EIO));
    try {
      tried.bell.knock();
    } catch (ErrnoException thrown) {
      that(
          thrown.errno() == Errno.EIO && thrown.call().equals("write"),
          "The write failed with EIO, and knock threw \"" + thrown.getMessage() + "\".");
      return;
    } catch (RuntimeException other) {
      throw mistake(
          "The write failed with EIO, and knock threw\n"
              + other
              + ".\nIt has to be an ErrnoException, with the errno: check(\"write\", answer).");
    }
    throw mistake(
        "The write failed with EIO, and knock said nothing. The steward was not called,\n"
            + "and whoever knocked believes that he was.\n"
            + tried.log.last(1));
  }

  @Test
  @Order(6)
  void anInterruptedDrainIsMadeAgain() {
    tried.knock();
    tried.faulty.with(new InjectedFault(SystemCall.READ, 1, Errno.EINTR, 2));
    tried.drains(
        1,
        "The read was interrupted (EINTR) and has taken nothing. The knock is still in the\n"
            + "counter: make the call again, or leave it to fd.read.");
  }

  @Test
  @Order(7)
  void aDrainThatFailsIsHeard() {
    tried.faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.EIO));
    drainFails(Errno.EIO, "The read failed with EIO");
    tried.bell.close();
    drainFails(Errno.EBADF, "The bell is closed and the read failed with EBADF");
  }

  private void drainFails(int errno, String what) {
    try {
      long knocks = tried.bell.drain();
      throw mistake(
          what
              + ", and drain answered "
              + knocks
              + ". The\nsteward would believe that nobody knocked.\n"
              + tried.log.last(1));
    } catch (ErrnoException | RuntimeException thrown) {
      that(
          thrown instanceof ErrnoException failed && failed.errno() == errno,
          what + ", and drain threw\n" + thrown + ".");
    }
  }

  @Test
  @Order(8)
  void knockAndDrainExcludeClose() throws ErrnoException {
    tried.knock();
    isGuarded("knock");
    tried.bell.drain();
    isGuarded("drain");
  }

  private void isGuarded(String method) {
    that(
        tried.unguarded.isEmpty(),
        method
            + " is no longer synchronized. While it is under way another thread may close\n"
            + "the bell, the number goes to a stranger, and the eight bytes with it.\n  "
            + tried.unguarded);
  }
}
