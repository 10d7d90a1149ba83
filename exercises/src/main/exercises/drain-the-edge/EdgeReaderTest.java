package manor.exercises.drainedge;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.List;
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
import manor.syscall.Memory;
import manor.syscall.TracingKernel;
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
  private TwoEnds guest = ends;

  EdgeReaderTest() throws ErrnoException {
    epoll = Epoll.create(kernel, Clock.system());
    epoll.addInterest(ends.ours(), new Token(100), Interest.READABLE.edge());
  }

  /** Asks who is ready, and calls the reader if he is told; as a steward does at every turn. */
  private boolean turn() throws ErrnoException {
    if (epoll.wait(events, 0) == 0) {
      return false;
    }
    try {
      reader.onEdge();
    } catch (IndexOutOfBoundsException outside) {
      throw mistake(
          "A place outside of the desk was asked for: it has four bytes, from 0 on, and read may be"
              + "\ngiven no more room than that.\n"
              + log.last(2));
    } catch (ErrnoException thrown) {
      throw mistake(
          "onEdge threw "
              + thrown.getMessage()
              + ".\nNothing has failed here: "
              + (ends.ours().isClosed()
                  ? "the guest's descriptor was closed before, and he is still there."
                  : "WOULD_BLOCK says that nothing is there now. It is a value to look at.")
              + "\n"
              + log.last(3));
    }
    return true;
  }

  private void hasRead(String expected, String mistake) {
    if (reader.letter().equals(expected)) {
      return;
    }
    String calls = log.last(4);
    throw mistake(
        reason(expected, calls, mistake)
            + "\n"
            + Caret.firstDifference(expected, reader.letter())
            + "\n"
            + calls);
  }

  /** Why the letter is not what it should be, if that can be seen; else what was asked for. */
  private String reason(String expected, String calls, String mistake) {
    if (calls.contains(", \"\", 0) = 0")) {
      return "A read with room for no byte answers 0, and that is not the end of file. Each read"
          + " has\n"
          + "the whole desk: what stood there is in the letter.";
    }
    if (reader.letter().length() > expected.length()) {
      return "Only so many bytes of the desk are new as read has answered. Those behind are old.";
    }
    boolean left = kernel.read(ends.ours().number(), Memory.allocate(8), 0, 8) > 0;
    return left
        ? mistake
        : "Every byte was read, and not every byte is in the letter: after each read that brought"
            + "\nsome, add as many as it answered.";
  }

  private void isOpen() {
    that(
        !reader.isEnded(),
        "The guest is still there. A piece that is shorter than the desk is not the end of\n"
            + "file, and neither is EAGAIN: only the answer 0 is.\n"
            + log.last(2));
    that(
        !ends.ours().isClosed(),
        "The last read answered EAGAIN: nothing now. The guest is still there, and his descriptor"
            + "\nwas closed.\n"
            + log.last(2));
  }

  @Test
  @Order(1)
  void aShortLetterIsRead() throws ErrnoException {
    ends.say("six");
    turn();
    hasRead("six", "Three bytes came.");
    isOpen();
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
    isOpen();
  }

  @Test
  @Order(3)
  void aSecondPartHasAnEdgeOfItsOwn() throws ErrnoException {
    ends.say("come");
    turn();
    isOpen();
    ends.say(" at six");
    turn();
    hasRead("come at six", "A second part came, with an edge of its own.");
    reader.onEdge();
    hasRead("come at six", "An edge came, and nothing with it.");
    isOpen();
  }

  @Test
  @Order(4)
  void itReadsUntilAReadSaysThatNothingIsThere() throws ErrnoException {
    ends.say("12345678");
    turn();
    hasRead("12345678", "Two desks full came.");
    that(
        log.last(1).contains("EAGAIN"),
        "The last read was not told that nothing is there. More may have come with the\n"
            + "same edge: read until the answer is WOULD_BLOCK or 0.\n"
            + log.last(3));
    String long200 = "dear manor ".repeat(20);
    ends.say(long200);
    turn();
    hasRead(
        "12345678" + long200,
        "A letter of fifty-five pieces came with one edge. However many there are: read until the"
            + "\nanswer is WOULD_BLOCK or 0.");
  }

  @Test
  @Order(5)
  void moreComesWhileItReads() throws ErrnoException {
    List<String> coming = new ArrayList<>(List.of("at ", "six"));
    TwoEnds talking = TwoEnds.open(new TracingKernel(log.kernel(), call -> go(coming)), kernel);
    guest = talking;
    EdgeReader other = new EdgeReader(talking.ours());
    talking.say("be ");
    other.onEdge();
    that(
        other.letter().equals("be at six"),
        "While he read three bytes, three more came, and then three more: \""
            + other.letter()
            + "\" is in the letter.\nA short piece says nothing about what is there now: read until"
            + " the answer is WOULD_BLOCK or 0.\n"
            + log.last(4));
  }

  /** After each of the next calls, something more has come. */
  private void go(List<String> coming) {
    if (!coming.isEmpty()) {
      guest.say(coming.remove(0));
    }
  }

  @Test
  @Order(6)
  void noPieceStandsOnTheOneBefore() throws ErrnoException {
    long[] deepest = {0};
    TwoEnds watched =
        TwoEnds.open(
            new TracingKernel(log.kernel(), call -> deepest[0] = Math.max(deepest[0], depth())),
            kernel);
    watched.say("dear manor ".repeat(12));
    new EdgeReader(watched.ours()).onEdge();
    that(
        deepest[0] < 10,
        "A letter of thirty-three pieces, and at the last one "
            + deepest[0]
            + " calls of the reader's methods stood\non the stack: each piece calls for the next. A"
            + " letter of a hundred thousand pieces ends in a\nStackOverflowError; a loop needs no"
            + " stack.");
  }

  /** How many methods of the reader are under way. */
  private static long depth() {
    return StackWalker.getInstance()
        .walk(f -> f.filter(e -> e.getClassName().endsWith(".EdgeReader")).count());
  }

  @Test
  @Order(7)
  void bytesAndTheEndInOneEdge() throws ErrnoException {
    ends.say("farewell, S");
    ends.theirs().close();
    turn();
    hasRead("farewell, S", "His last bytes came, and the end with them.");
    turn();
    that(
        reader.isEnded() || !log.last(1).endsWith(" = 0"),
        "read answered 0: the end of file. isEnded has to be true now.\n" + log.last(1));
    that(
        reader.isEnded(),
        "The guest sent eleven bytes and left; one edge told of both. The last piece was\n"
            + "shorter than the desk, and behind it stood the end of file, which nobody read:\n"
            + "read until the answer is WOULD_BLOCK or 0.\n"
            + log.last(3));
  }

  @Test
  @Order(8)
  void theEndAloneIsRead() throws ErrnoException {
    ends.theirs().close();
    turn();
    that(
        reader.isEnded(),
        "read answered 0: the end of file. isEnded has to be true now.\n" + log.last(1));
    hasRead("", "Nothing came but the end.");
  }

  @Test
  @Order(9)
  void afterTheEndItReadsNoMore() throws ErrnoException {
    ends.say("bye");
    ends.theirs().close();
    turn();
    that(
        log.count("read") <= 2,
        "Three bytes and the end make two reads. After 0 it was read again.\n" + log.last(3));
  }

  @Test
  @Order(10)
  void aFailureIsLetThrough() {
    ends.ours().close();
    try {
      reader.onEdge();
    } catch (ErrnoException thrown) {
      that(
          thrown.errno() == Errno.EBADF,
          "read failed with EBADF, and onEdge threw " + thrown.getMessage() + ".");
      return;
    }
    throw mistake(
        "The descriptor is closed, and read failed with EBADF. onEdge has to let the\n"
            + "exception through: who called it has to know.");
  }
}
