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
import org.junit.jupiter.api.BeforeEach;
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
      boolean all = courier.carry();
      staysOpen();
      return all;
    } catch (ErrnoException | RuntimeException thrown) {
      return fail("carry threw " + thrown + "\n" + mistake + "\n" + log.last(4), thrown);
    }
  }

  private void staysOpen() {
    if (ends.ours().isClosed()) {
      fail(
          "carry has closed the descriptor. It was only lent to him: the friend may answer, and\n"
              + "another letter may follow.\n"
              + log.last(2));
    }
  }

  @BeforeEach
  void heSetsOutWithAWholeLetter() {
    if (courier.left() != LETTER.length()) {
      fail(
          "A new courier sets out with 27 bytes, and left() says "
              + courier.left()
              + ". What is out belongs to one\ncourier: a static field belongs to all of them.");
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
  void aLongLetterIsCarriedForAsLongAsThereIsRoom() {
    faulty.cutWrites(1);
    boolean all = carry("Room for a byte at a time.");
    if (!all) {
      fail(
          "Each of "
              + log.count("write")
              + " writes took a byte, none answered WOULD_BLOCK, and carry came back with false.\n"
              + "There was room: nobody will tell that there is room again. Go on until all is out.\n"
              + log.last(2));
    }
    hasCome(LETTER, "Room for a byte at a time, 27 times.");
  }

  @Test
  @Order(8)
  void whenAllIsOutNothingIsWritten() {
    carry("");
    says(true, carry(""), "all was out before.");
    if (log.count("write") != 1) {
      fail("All was out, and carry has written again.\n" + log.last(2));
    }
  }

  @Test
  @Order(9)
  void aFriendWhoHasLeftIsAFailure() {
    ends.theirs().close();
    failsWith(Errno.EPIPE, "The friend has left: write failed with EPIPE.");
  }

  @Test
  @Order(10)
  void aFailureChangesNothingOfWhatIsOut() {
    faulty.cutWrites(10).with(InjectedFault.once(SystemCall.WRITE, 2, Errno.ENOBUFS));
    failsWith(Errno.ENOBUFS, "Ten bytes went out, and the second write failed with ENOBUFS.");
    if (courier.left() != 17) {
      fail(
          "Ten bytes went out, and the second write failed. 17 of 27 are left, and left() says "
              + courier.left()
              + ".\nA write that fails takes nothing, and what was out before is out.\n"
              + log.last(2));
    }
    says(true, carry("The failure has passed."), "by now all is out.");
    hasCome(LETTER, "A write failed in between. The next carry goes on where that one stopped.");
  }

  private void failsWith(int errno, String what) {
    try {
      boolean all = courier.carry();
      fail(what + "\ncarry answered " + all + " instead of letting the exception through.");
    } catch (ErrnoException thrown) {
      staysOpen();
      if (thrown.errno() != errno) {
        fail(what + "\ncarry threw " + thrown.getMessage() + " instead.", thrown);
      }
    } catch (RuntimeException wrapped) {
      fail(
          what
              + "\ncarry threw "
              + wrapped.getClass().getSimpleName()
              + " instead. Let the ErrnoException through as it is: who called\n"
              + "looks for it, and asks it for its errno.",
          wrapped);
    }
  }
}
