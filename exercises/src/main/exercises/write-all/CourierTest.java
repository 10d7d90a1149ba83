package manor.exercises.writeall;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.fail;

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
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class CourierTest {
  private static final String LETTER = "Dear Prince, come at seven.";

  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);
  private final Courier courier =
      new Courier(ends.ours(), Memory.copyOf(LETTER.getBytes(US_ASCII)));

  private boolean carry(String mistake) {
    try {
      return courier.carry();
    } catch (ErrnoException | RuntimeException thrown) {
      return fail("carry threw " + thrown + "\n" + mistake + "\n" + log.last(4), thrown);
    }
  }

  private void says(boolean expected, boolean got, String mistake) {
    if (expected != got) {
      fail("carry answered " + got + ", and " + mistake + "\n" + log.last(4));
    }
  }

  private void hasCome(String expected, String mistake) {
    String heard = ends.hear();
    if (!heard.equals(expected)) {
      fail(mistake + "\n" + Caret.firstDifference(expected, heard) + "\n" + log.last(4));
    }
  }

  private void noRoomAtWrite(int nth, int times) {
    faulty.with(new InjectedFault(SystemCall.WRITE, nth, Errno.EAGAIN, times));
  }

  @Test
  @Order(1)
  void aLetterThatIsTakenWhole() {
    says(true, carry(""), "all 27 bytes are out.");
    hasCome(LETTER, "The friend has to hear the letter, once and whole.");
    if (log.count("write") != 1) {
      fail(
          "There was room for all 27 bytes, and it took "
              + log.count("write")
              + " writes. Offer write all that\nis left, each time: a system call is dear.\n"
              + log.last(2));
    }
  }

  @Test
  @Order(2)
  void aWriteThatTakesAPieceIsFollowedByTheRest() {
    faulty.cutWrites(10);
    boolean all = carry("Each write took ten bytes; the next begins behind them.");
    if (!all && courier.left() == 17) {
      fail(
          "One write took 10 of 27 bytes, and carry came back. That write said nothing about\n"
              + "the rest: go on until all is out or the answer is WOULD_BLOCK.\n"
              + log.last(2));
    }
    hasCome(
        LETTER,
        "Each write took ten bytes. The next one has to begin behind what is out, and no\n"
            + "byte may be dropped.");
    says(true, all, "all 27 bytes are out.");
  }

  @Test
  @Order(3)
  void noRoomAtAllIsNotTheEndOfTheLetter() {
    noRoomAtWrite(1, 1000);
    says(
        false,
        carry("WOULD_BLOCK is a value that tells him to come back later, and no failure."),
        "the write answered WOULD_BLOCK: nothing is out yet.");
    if (courier.left() != LETTER.length()) {
      fail(
          "WOULD_BLOCK (-11) is no count of bytes. No byte is out, so 27 are left, and left()\n"
              + "says "
              + courier.left()
              + ".");
    }
    hasCome("", "Nothing was written.");
  }

  @Test
  @Order(4)
  void afterWouldBlockHeDoesNotAskAgain() {
    noRoomAtWrite(1, 3);
    carry("");
    if (log.count("write") != 1) {
      fail(
          "The first write answered WOULD_BLOCK, and there were "
              + log.count("write")
              + " writes. Come back later,\nand do not ask again now.\n"
              + log.last(4));
    }
  }

  @Test
  @Order(5)
  void heGoesOnWhereHeStopped() {
    faulty.cutWrites(10);
    noRoomAtWrite(2, 1);
    says(false, carry(""), "only ten bytes are out: the second write answered WOULD_BLOCK.");
    hasCome("Dear Princ", "Ten bytes are out.");
    says(true, carry("There is room again."), "by now all is out.");
    hasCome(
        "e, come at seven.",
        "The second time he has to go on where he stopped, not at the beginning.");
  }

  @Test
  @Order(6)
  void manyPiecesAndManyPauses() {
    faulty.cutWrites(2);
    for (int nth = 2; nth < 20; nth += 2) {
      noRoomAtWrite(nth, 1);
    }
    StringBuilder heard = new StringBuilder();
    int calls = 0;
    while (!carry("There is room again.") && calls < 30) {
      heard.append(ends.hear());
      calls++;
    }
    heard.append(ends.hear());
    if (!heard.toString().equals(LETTER)) {
      fail(
          "Room for two bytes at a time, of 27.\n"
              + Caret.firstDifference(LETTER, heard.toString()));
    }
  }

  @Test
  @Order(7)
  void whenAllIsOutNothingIsWritten() {
    carry("");
    says(true, carry(""), "all was out before.");
    if (log.count("write") != 1) {
      fail("All was out, and carry has written again.\n" + log.last(2));
    }
  }

  @Test
  @Order(8)
  void aFriendWhoHasLeftIsAFailure() {
    ends.theirs().close();
    try {
      boolean all = courier.carry();
      fail(
          "The friend has left: write failed with EPIPE. carry answered "
              + all
              + " instead of\nletting the exception through.");
    } catch (ErrnoException thrown) {
      if (thrown.errno() != Errno.EPIPE) {
        fail("carry threw " + thrown.getMessage() + " instead of EPIPE.", thrown);
      }
    }
  }
}
