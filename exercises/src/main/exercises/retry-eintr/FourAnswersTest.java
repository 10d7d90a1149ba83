package manor.exercises.retryeintr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import manor.exercises.CallLog;
import manor.exercises.TwoEnds;
import manor.simulator.FaultyKernel;
import manor.simulator.InjectedFault;
import manor.simulator.SimulatedKernel;
import manor.simulator.SystemCall;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class FourAnswersTest {
  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private final TwoEnds ends = TwoEnds.open(log.kernel(), kernel);
  private final Memory desk = Memory.allocate(64);

  private void reads(int expected, String mistake) {
    int answer = read(mistake);
    if (answer != expected) {
      fail(mistake + "\nFd.read answered " + answer + ", not " + expected + ". " + log.last(4));
    }
    staysOpen();
  }

  private int read(String mistake) {
    try {
      return ends.ours().read(desk, 2, 32);
    } catch (ErrnoException thrown) {
      return fail(mistake + "\nFd.read threw " + thrown.getMessage() + ". " + log.last(4), thrown);
    } catch (IndexOutOfBoundsException beyond) {
      return fail(
          "The caller asked for 32 bytes at offset 2 of a memory of "
              + desk.size()
              + ", and you asked the kernel\nfor a place outside of it: "
              + beyond.getMessage(),
          beyond);
    } catch (RuntimeException thrown) {
      return fail(mistake + "\nFd.read threw " + thrown + ". " + log.last(4), thrown);
    }
  }

  private void staysOpen() {
    if (log.count("close") > 0) {
      fail("Fd.read has closed the descriptor. That is its owner's to decide. " + log.last(3));
    }
  }

  private void interrupted(int times) {
    faulty.with(new InjectedFault(SystemCall.READ, 1, Errno.EINTR, times));
  }

  @Test
  @Order(1)
  void aResultIsPassedOn() {
    ends.say("Good evening");
    reads(12, "Twelve bytes came: a result is passed on.");
    if (desk.bytes().get(2) != 'G') {
      fail("The caller asked for the bytes at offset 2, and they are somewhere else.");
    }
    assertEquals(1, log.count("read"), "One answer, and it was a result: no second call is made.");
    ends.say("four");
    reads(4, "Four bytes came. 4 is a count; EINTR is -4, with a minus.");
    ends.say("eleven here");
    reads(11, "Eleven bytes came. 11 is a count; EAGAIN is -11, with a minus.");
    ends.say("Good evening, and good night to all of you");
    reads(32, "Forty-two bytes came, and the caller asked for 32 at most.");
  }

  @Test
  @Order(2)
  void theEndOfFileIsAResult() {
    ends.theirs().close();
    reads(0, "Zero is the end of file, and a result like any other.");
  }

  @Test
  @Order(3)
  void nothingNowIsWouldBlock() {
    reads(
        Fd.WOULD_BLOCK,
        "The kernel answered -11, which is -EAGAIN, with a minus: nothing is there now. That is no"
            + " failure\nand no end of file; it is the value WOULD_BLOCK.");
    assertEquals(1, log.count("read"), "EAGAIN is an answer: the call is not made again.");
  }

  @Test
  @Order(4)
  void afterASignalTheCallIsMadeAgain() {
    ends.say("Good evening");
    interrupted(1);
    reads(
        12,
        "-4 is EINTR: a signal came first. It says nothing about the guest, whose twelve\n"
            + "bytes are there. The call has to be made again.");
    theSameIsAskedAgain();
  }

  private void theSameIsAskedAgain() {
    if (!log.last(2).matches("(?s).*read\\(\\d+, [^\n]*, 32\\) = -1 EINTR\n[^\n]*, 32\\) = 12")) {
      fail(
          "Nothing was read when the signal came: the same call is made again, with the same"
              + " length.\nYou asked for something else. "
              + log.last(2));
    }
    if (desk.bytes().get(2) != 'G') {
      fail(
          "Nothing was read when the signal came: the same call is made again, with the same"
              + " offset.\nThe bytes are somewhere else.");
    }
  }

  @Test
  @Order(5)
  void afterManySignalsTheCallIsMadeAgainAndAgain() {
    ends.say("Good evening");
    interrupted(5);
    reads(12, "One signal came after the other: EINTR five times. Each time, ask again.");
    assertEquals(6, log.count("read"), "Five interrupted calls and one that was answered.");
    log.clear();
    ends.say("Good evening");
    faulty.with(new InjectedFault(SystemCall.READ, 7, Errno.EINTR, 150));
    reads(12, "EINTR a hundred and fifty times. There is no number after which one gives up.");
  }

  @Test
  @Order(6)
  void aSignalBeforeASilentGuestChangesNothing() {
    interrupted(2);
    reads(Fd.WOULD_BLOCK, "Interrupted twice, and then the kernel said EAGAIN.");
    if (Thread.interrupted()) {
      fail(
          "EINTR is the kernel's: a signal came. You interrupted the Java thread, which is"
              + " something else:\nwhoever waits next in this thread is woken for nothing.");
    }
  }

  private void throwsErrno(int errno, String mistake) {
    String name = Errno.of(errno).name();
    try {
      int answer = ends.ours().read(desk, 0, 32);
      fail("The kernel said " + name + ", and Fd.read answered " + answer + ".\n" + mistake);
    } catch (ErrnoException thrown) {
      assertEquals(
          name,
          Errno.of(thrown.errno()).name(),
          mistake + "\nThe exception names the errno, a positive number.");
      assertEquals("read", thrown.call(), "The exception names the call that failed.");
    } catch (RuntimeException thrown) {
      fail("The kernel said " + name + ", and Fd.read threw " + thrown + ".\n" + mistake, thrown);
    }
    staysOpen();
  }

  @Test
  @Order(7)
  void anyOtherErrnoIsThrown() {
    faulty.with(InjectedFault.once(SystemCall.READ, 1, Errno.ECONNRESET));
    throwsErrno(Errno.ECONNRESET, "The connection is broken; nobody can go on as if it were not.");
    faulty.with(new InjectedFault(SystemCall.READ, 2, Errno.EINTR, 1));
    faulty.with(InjectedFault.once(SystemCall.READ, 3, Errno.EIO));
    throwsErrno(Errno.EIO, "What comes after EINTR is the answer, and it was a failure.");
    faulty.with(InjectedFault.once(SystemCall.READ, 4, Errno.ETIMEDOUT));
    throwsErrno(Errno.ETIMEDOUT, "The connection is lost. Only EAGAIN means: nothing now.");
  }

  @Test
  @Order(8)
  void afterCloseNobodyElseIsRead() {
    ends.ours().close();
    log.clear();
    TwoEnds stranger = TwoEnds.open(kernel, kernel);
    stranger.say("for somebody else");
    throwsErrno(
        Errno.EBADF,
        "Closed, the Fd has no number any more: number() says -1. Its old number belongs to\n"
            + "a stranger by now, and his letter was nearly read.");
  }
}
