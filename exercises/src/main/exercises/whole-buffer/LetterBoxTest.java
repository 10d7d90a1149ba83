package manor.exercises.wholebuffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.BufferUnderflowException;
import manor.exercises.CallLog;
import manor.exercises.Caret;
import manor.exercises.TwoEnds;
import manor.simulator.FaultyKernel;
import manor.simulator.InjectedFault;
import manor.simulator.SimulatedKernel;
import manor.simulator.SystemCall;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class LetterBoxTest {
  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);
  private final LetterBox box = new LetterBox(ends.ours());

  private String taken(String mistake) {
    try {
      String taken = box.take();
      if (ends.ours().isClosed()) {
        fail(
            "take closed the descriptor"
                + (ends.theirs().isClosed() ? "." : ", and the guest is still there.")
                + " It was only lent to the box: who lent it\nasks isEnded, and closes. Or it is"
                + " read again, and the read fails with EBADF.\n"
                + log.last(2));
      }
      return taken;
    } catch (BufferUnderflowException moved) {
      return fail(
          "get without a place goes on where the last get stopped, and not at the beginning of the\n"
              + "desk. Each letter begins at 0: get(0, bytes).\n"
              + log.last(2),
          moved);
    } catch (IndexOutOfBoundsException flipped) {
      return fail(
          "take asked the desk for bytes that are not there. They stand at 0 and behind, as many\n"
              + "as the read said. A Memory has no position, no limit: flip takes its bytes away.\n"
              + log.last(2),
          flipped);
    } catch (UnsupportedOperationException outside) {
      return fail(
          "A Memory is not on Java's heap: its bytes have no array(). Copy them, as text does.",
          outside);
    } catch (ErrnoException | RuntimeException thrown) {
      return fail("take threw " + thrown + ".\n" + mistake + "\n" + log.last(2), thrown);
    }
  }

  private void takes(String letter, String mistake) {
    isLetter(letter, taken(mistake), mistake);
  }

  private void isLetter(String letter, String taken, String mistake) {
    if (!letter.equals(taken)) {
      if (taken == null) {
        fail("take answered null. " + mistake + "\n" + log.last(2));
      }
      fail(mistake + "\n" + Caret.firstDifference(letter, taken) + "\n" + log.last(2));
    }
  }

  @Test
  @Order(1)
  void aLetterIsAsLongAsTheReadSays() {
    ends.say("I shall come at seven.");
    takes(
        "I shall come at seven.",
        "The read brought 22 bytes, and the desk has 24. They stand at 0 to 21; what a ByteBuffer\n"
            + "calls position, limit and remaining says nothing of them.");
    assertEquals(
        1,
        log.count("read"),
        () -> "One take is one read: it comes back with whatever that brought.\n" + log.last(3));
  }

  @Test
  @Order(2)
  void nothingOfTheLetterBeforeIsLeft() {
    ends.say("I shall come at seven.");
    taken("");
    ends.say("Make it six.");
    String second = taken("This read brought 12 bytes.");
    if (!log.last(1).contains(", 24) = ")) {
      fail(
          "Every letter may take the whole desk, from 0 to 23: what lay there was given away. This\n"
              + "read was offered less room. Offered none it answers 0, as at the end of file.\n"
              + log.last(2));
    }
    isLetter(
        "Make it six.",
        second,
        "This read brought 12 bytes, to the beginning of the desk. What lies behind them was left\n"
            + "by the letter before: believe the count.");
  }

  @Test
  @Order(3)
  void zeroBytesBelongToALetter() {
    ends.say("six\0seven\0\0");
    takes(
        "six\0seven\0\0",
        "A letter may hold zero bytes. They do not say where it ends: the count does. (To trim,\n"
            + "they are blanks.)");
    ends.say("  eight \n");
    takes("  eight \n", "Blanks are bytes of the letter. Nothing is trimmed.");
    ends.say("ma\u00eetre \u00ff");
    takes(
        "ma\u00eetre \u00ff",
        "A letter may hold any bytes, and text makes a character of each. As UTF-8 or ASCII these\n"
            + "are no text at all.");
  }

  @Test
  @Order(4)
  void nothingNowIsTheEmptyText() {
    takes(
        "",
        "Nothing is there: read answered -11, EAGAIN. That is no count of bytes, and no failure.");
    ends.say("I shall come at seven.");
    taken("");
    takes("", "The letter was taken already, and nothing new is there: EAGAIN.");
  }

  @Test
  @Order(5)
  void nothingNowIsNotTheEnd() {
    taken("");
    if (box.isEnded()) {
      fail(
          "read answered -11 (EAGAIN: nothing now), and isEnded is true. Only the answer 0"
              + " is the\nend of file. This guest is still there, and is about to write.\n"
              + log.last(1));
    }
    ends.say("Still here.");
    takes("Still here.", "A letter that came after EAGAIN has to be read.");
    if (box.isEnded()) {
      fail("Bytes have come, fewer than there was room for. That is not the end of file.");
    }
  }

  @Test
  @Order(6)
  void zeroIsTheEndOfFile() {
    ends.say("Farewell.");
    ends.theirs().close();
    takes("Farewell.", "What was sent before the end can still be read.");
    if (box.isEnded()) {
      fail(
          "A read that brings fewer bytes than there was room for is not the end of file.\n"
              + "Only the answer 0 is.\n"
              + log.last(1));
    }
    takes("", "At the end of file there are no bytes.");
    if (!box.isEnded()) {
      fail("read answered 0: the end of file. isEnded has to be true now.\n" + log.last(1));
    }
    faulty.with(InjectedFault.once(SystemCall.READ, 3, Errno.EAGAIN));
    takes("", "The end of file was read before: nothing comes any more.");
    if (!box.isEnded()) {
      fail(
          "The end of file was read, and a later take has taken that back. From then on isEnded\n"
              + "is true, whatever a read says later: set it at 0, and never back to false.\n"
              + log.last(2));
    }
  }

  @Test
  @Order(7)
  void aLetterThatIsLongerThanTheDeskComesInParts() {
    ends.say("abcdefghijklmnopqrstuvwxyz0123");
    takes("abcdefghijklmnopqrstuvwx", "One take is one read, and the desk holds 24 bytes.");
    takes("yz0123", "The second read brought the last six bytes.");
  }

  @Test
  @Order(8)
  void aFailureIsNeitherNothingNorTheEnd() {
    faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.ECONNRESET));
    String what = "read failed with ECONNRESET: the connection broke, and that is no good end.\n";
    try {
      String taken = box.take();
      fail(
          what
              + "take answered "
              + (taken == null ? "null" : "'" + taken + "'")
              + ", and isEnded says "
              + box.isEnded()
              + ". Let the ErrnoException through: who called\nmust not take a broken letter for"
              + " a whole one.\n"
              + log.last(1));
    } catch (ErrnoException thrown) {
      if (box.isEnded()) {
        fail(what + "isEnded is true: that is for the answer 0 alone.\n" + log.last(1));
      }
    } catch (RuntimeException wrapped) {
      fail(what + "take threw " + wrapped + " instead of the ErrnoException.", wrapped);
    }
  }
}
