package manor.exercises.rearmoneshot;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
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
import manor.syscall.Linux;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class OneshotHallTest {
  private static final Token PRINCE = new Token(100);

  private static final String CLOSED =
      "A closed guest has no interest to change: the kernel took him off the list when he was"
          + " closed."
          + "\nArm him, or close him; not both. (A finally is passed on every way out.)";

  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);
  private final Epoll epoll;
  private final Events events = new Events(8);
  private final OneshotHall hall;
  private final int number = ends.ours().number();

  OneshotHallTest() throws ErrnoException {
    epoll = Epoll.create(log.kernel(), Clock.system());
    hall = new OneshotHall(epoll);
    hall.welcome(ends.ours(), PRINCE);
  }

  /** Asks once who is ready; whether anybody is. */
  private boolean isTold() throws ErrnoException {
    return epoll.wait(events, 0) > 0;
  }

  private void told(String mistake) throws ErrnoException {
    if (!isTold()) {
      fail(mistake + "\n" + log.last(4));
    }
    if (!events.token(0).equals(PRINCE)) {
      fail(
          "He was welcomed with token 100, and the event carries "
              + events.key(0)
              + ": nobody\n"
              + "will know him by that. Arm him with his own token.\n"
              + log.last(3));
    }
  }

  private void serve(String moment) {
    int from = log.size();
    try {
      hall.serve(PRINCE);
    } catch (ErrnoException | RuntimeException thrown) {
      String calls = log.last(3);
      String why = "";
      if (calls.contains("= -1 EBADF")) {
        why = "\n" + CLOSED;
      } else if (thrown instanceof ErrnoException failed && failed.call().equals("read")) {
        why = "\nThat is one guest's misfortune, and not serve's: note it, close and forget him.";
      } else if (thrown instanceof NullPointerException) {
        why = "\nHe is not in guests any more, or you closed and removed him twice.";
      }
      fail(moment + why + "\nserve threw " + thrown + ".\n" + calls, thrown);
    }
    int armed = log.indexOf("epoll_ctl", from);
    if (armed >= 0 && log.indexOf("read", armed) >= 0) {
      fail(
          "He was armed before he was read. From then on another steward may be told of him, and"
              + " two"
              + " read at once.\nRead first, and arm last.\n"
              + log.last(3));
    }
  }

  private void noted(String rule, String... letters) {
    if (!hall.notes().equals(List.of(letters))) {
      String notes = Caret.visible(hall.notes().toString());
      String shown = notes.length() > 60 ? notes.substring(0, 60) + "..." : notes;
      fail(rule + "\nThe notes should be " + List.of(letters) + ", and they are " + shown + ".");
    }
  }

  private void staysHere(String moment) {
    if (kernel.fcntl(number, Linux.F_GETFD, 0) < 0 || hall.count() != 1) {
      fail(moment + "\nThe guest is still there and may write again: he is not to be closed.");
    }
  }

  private void isGone(String moment) {
    if (kernel.fcntl(number, Linux.F_GETFD, 0) >= 0) {
      fail(
          moment
              + "\nHis descriptor is still open: nobody will be told of it, and nobody"
              + " closes it.\nA server that leaks one in a million runs out after some weeks.\n"
              + log.last(3));
    }
    if (log.last(2).contains("EPOLL_CTL_MOD") && !log.last(2).contains("= -1 EBADF")) {
      fail(moment + "\nHe was armed, and then closed: one of the two.\n" + log.last(3));
    }
    if (hall.count() != 0) {
      fail(moment + "\nHe is closed, and the hall still counts " + hall.count() + " guest.");
    }
  }

  /** In between somebody else reads what the steward was told of. */
  private void somebodyElseReads() {
    kernel.read(number, Memory.allocate(64), 0, 64);
  }

  @Test
  @Order(1)
  void afterALetterAnotherOneIsTold() throws ErrnoException {
    ends.say("one");
    told("The first letter came.");
    serve("A letter came.");
    if (log.last(9).contains("EEXIST")) {
      fail(
          "addInterest is for whoever is not on the list yet: the kernel answered EEXIST. To arm\n"
              + "again, change the interest that is there.\n"
              + log.last(3));
    }
    staysHere("A letter came.");
    ends.say("two");
    told("After the first letter the interest was not armed again. The second was never told.");
    serve("A second letter came.");
    noted(
        "Every letter is noted, in order, and of the desk only the bytes that were read.",
        "one",
        "two");
  }

  @Test
  @Order(2)
  void afterABlankLetterAnotherOneIsTold() throws ErrnoException {
    ends.say("  \n");
    told("A blank letter came.");
    serve("A blank letter came.");
    staysHere("A blank letter came.");
    ends.say("two");
    told(
        "A blank letter was ignored, and the interest was not armed again: this guest is on\n"
            + "the list, and nobody will ever be told of him.");
    serve("A letter came.");
    noted("A blank letter is not noted.", "two");
  }

  @Test
  @Order(3)
  void afterWouldBlockHeIsToldOfAgain() throws ErrnoException {
    ends.say("one");
    told("A letter came.");
    somebodyElseReads();
    serve("The letter had been taken by somebody else; the read answered WOULD_BLOCK.");
    staysHere(
        "The read answered WOULD_BLOCK: somebody else had taken the letter, and readiness is\n"
            + "a hint.");
    ends.say("two");
    told(
        "The read answered WOULD_BLOCK, and the interest was not armed again. The event is\n"
            + "used up all the same: the next letter was never told.");
    serve("A letter came.");
    noted("When there is nothing, nothing is noted.", "two");
  }

  @Test
  @Order(4)
  void theInterestStaysAOneshot() throws ErrnoException {
    ends.say("one");
    told("A letter came.");
    serve("A letter came.");
    ends.say("two");
    told("The second letter came.");
    if (isTold()) {
      fail(
          "One letter was told twice: the interest was armed, but not as a oneshot.\n"
              + log.last(4));
    }
    ends.say("three");
    if (isTold()) {
      fail(
          "He was told of, not served yet, and then told of again: the interest was armed as\n"
              + "an edge, not as a oneshot. Two stewards would now serve the same guest.\n"
              + log.last(4));
    }
  }

  @Test
  @Order(5)
  void nobodyIsToldWithoutReason() throws ErrnoException {
    ends.say("one");
    told("A letter came.");
    serve("A letter came.");
    if (isTold()) {
      fail(
          "There is nothing to read, and the guest is told of. What is he asked about?\n"
              + log.last(3));
    }
  }

  @Test
  @Order(6)
  void atTheEndOfFileHeIsClosed() throws ErrnoException {
    ends.theirs().close();
    told("He has left.");
    serve("The read answered 0, the end of file.");
    isGone("The read answered 0, the end of file.");
    if (log.last(9).contains("= -1 EBADF")) {
      fail(CLOSED + "\n" + log.last(3));
    }
    noted("Who leaves is not lost: nothing is noted.");
  }

  @Test
  @Order(7)
  void afterAFailureHeIsClosed() throws ErrnoException {
    faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.ECONNRESET));
    ends.say("one");
    told("Something came.");
    serve("The read failed with ECONNRESET.");
    noted("Who fails is noted as lost.", "lost");
    isGone("The read failed with ECONNRESET.");
  }

  @Test
  @Order(8)
  void anEventOfAGuestWhoIsGoneIsDropped() throws ErrnoException {
    ends.theirs().close();
    told("He has left.");
    serve("The end of file.");
    serve("An event that was told before he was closed:");
  }
}
