package manor.exercises.drainedge;

import static org.junit.jupiter.api.Assertions.fail;

import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.exercises.CallLog;
import manor.exercises.Caret;
import manor.exercises.TwoEnds;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class EdgeReaderTest {
  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final CallLog log = new CallLog(kernel);
  private final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);
  private final EdgeReader reader = new EdgeReader(ends.ours());
  private final Epoll epoll;
  private final Events events = new Events(8);

  EdgeReaderTest() throws ErrnoException {
    epoll = Epoll.create(kernel, Clock.system());
    epoll.addInterest(ends.ours(), new Token(100), Interest.READABLE.edge());
  }

  /** Asks who is ready, and calls the reader if he is told; as a steward does at every turn. */
  private boolean turn() throws ErrnoException {
    if (epoll.wait(events, 0) == 0) {
      return false;
    }
    reader.onEdge();
    return true;
  }

  private void hasRead(String expected, String mistake) {
    if (!reader.letter().equals(expected)) {
      fail(mistake + "\n" + Caret.firstDifference(expected, reader.letter()) + "\n" + log.last(4));
    }
  }

  @Test
  @Order(1)
  void aShortLetterIsRead() throws ErrnoException {
    ends.say("six");
    turn();
    hasRead("six", "Three bytes came.");
    if (reader.isEnded()) {
      fail(
          "The guest is still there. A piece that is shorter than the desk is not the end of\n"
              + "file, and neither is EAGAIN: only the answer 0 is.\n"
              + log.last(2));
    }
  }

  @Test
  @Order(2)
  void aLongLetterIsReadAfterOneEdge() throws ErrnoException {
    ends.say("come at six");
    turn();
    boolean toldAgain = turn();
    hasRead(
        "come at six",
        "Eleven bytes came with one edge. "
            + (toldAgain ? "" : "The steward asked again, and was told nothing.\n")
            + "What was left on the kernel's side is not new, so no edge will ever tell of it.");
  }

  @Test
  @Order(3)
  void nothingNowIsNoEnd() throws ErrnoException {
    ends.say("come");
    turn();
    if (reader.isEnded()) {
      fail(
          "The last read answered EAGAIN: nothing now. isEnded is true, and the guest is\n"
              + "still there. Only the answer 0 is the end of file.\n"
              + log.last(2));
    }
    ends.say(" at six");
    turn();
    hasRead("come at six", "A second part came, with an edge of its own.");
  }

  @Test
  @Order(4)
  void itReadsUntilAReadSaysThatNothingIsThere() throws ErrnoException {
    ends.say("12345678");
    turn();
    hasRead("12345678", "Two desks full came.");
    if (!log.last(1).contains("EAGAIN")) {
      fail(
          "The last read was not told that nothing is there. More may have come with the\n"
              + "same edge: read until the answer is WOULD_BLOCK or 0.\n"
              + log.last(3));
    }
  }

  @Test
  @Order(5)
  void bytesAndTheEndInOneEdge() throws ErrnoException {
    ends.say("farewell, S");
    ends.theirs().close();
    turn();
    hasRead("farewell, S", "His last bytes came, and the end with them.");
    turn();
    if (!reader.isEnded() && log.last(1).endsWith(" = 0")) {
      fail("read answered 0: the end of file. isEnded has to be true now.\n" + log.last(1));
    }
    if (!reader.isEnded()) {
      fail(
          "The guest sent eleven bytes and left; one edge told of both. The last piece was\n"
              + "shorter than the desk, and behind it stood the end of file, which nobody read:\n"
              + "read until the answer is WOULD_BLOCK or 0.\n"
              + log.last(3));
    }
  }

  @Test
  @Order(6)
  void theEndAloneIsRead() throws ErrnoException {
    ends.theirs().close();
    turn();
    if (!reader.isEnded()) {
      fail("read answered 0: the end of file. isEnded has to be true now.\n" + log.last(1));
    }
    hasRead("", "Nothing came but the end.");
  }

  @Test
  @Order(7)
  void afterTheEndItReadsNoMore() throws ErrnoException {
    ends.say("bye");
    ends.theirs().close();
    turn();
    String last = log.last(2);
    if (log.count("read") > 2) {
      fail("Three bytes and the end make two reads. After 0 it was read again.\n" + log.last(3));
    }
    if (!last.contains("= 0")) {
      fail("The end of file was not read.\n" + last);
    }
  }

  @Test
  @Order(8)
  void aFailureIsLetThrough() throws ErrnoException {
    ends.ours().close();
    try {
      reader.onEdge();
      fail(
          "The descriptor is closed, and read failed with EBADF. onEdge has to let the\n"
              + "exception through: who called it has to know.");
    } catch (ErrnoException thrown) {
      if (thrown.errno() != Errno.EBADF) {
        throw thrown;
      }
    }
  }
}
