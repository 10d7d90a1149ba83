package manor.exercises.rearmoneshot;

import static org.junit.jupiter.api.Assertions.fail;

import manor.epoll.Token;
import manor.exercises.TwoEnds;
import manor.simulator.InjectedFault;
import manor.simulator.SystemCall;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever leaves, or is lost, is closed and forgotten. */
@TestMethodOrder(OrderAnnotation.class)
class FarewellTest extends TriedHall {
  FarewellTest() throws ErrnoException {}

  @Test
  @Order(1)
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
  @Order(2)
  void afterAFailureHeIsClosed() throws ErrnoException {
    faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.ECONNRESET));
    ends.say("one");
    told("Something came.");
    serve("The read failed with ECONNRESET.");
    noted("Who fails is noted as lost.", "lost");
    isGone("The read failed with ECONNRESET.");
  }

  @Test
  @Order(3)
  void anEventOfAGuestWhoIsGoneIsDropped() throws ErrnoException {
    ends.theirs().close();
    told("He has left.");
    serve("The end of file.");
    serve("An event that was told before he was closed:");
  }

  @Test
  @Order(4)
  void everyErrnoIsAFailure() throws ErrnoException {
    faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.ETIMEDOUT));
    ends.say("one");
    told("Something came.");
    String rule = "The read failed with ETIMEDOUT. Whatever the reason, he is lost.";
    serve(rule);
    noted(rule, "lost");
    isGone(rule);
  }

  @Test
  @Order(5)
  void whoeverElseIsHereStays() throws ErrnoException {
    TwoEnds other = TwoEnds.open(log.kernel(), kernel);
    hall.welcome(other.ours(), new Token(101));
    faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.ECONNRESET));
    ends.say("one");
    told("Something came.");
    serve("The read failed with ECONNRESET.");
    if (hall.count() != 1 || other.ours().isClosed()) {
      fail("One of two guests was lost. Forget him alone; now " + hall.count() + " are counted.");
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
}
