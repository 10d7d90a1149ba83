package manor.exercises.checkerrno;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Syscall;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class CheckErrnoTest {
  private static void passes(int result, String why) {
    try {
      assertEquals(result, Syscall.check("read", result), why);
    } catch (ErrnoException thrown) {
      fail(
          "read answered " + result + ", and check threw \"" + thrown.getMessage() + "\".\n" + why,
          thrown);
    }
  }

  private static ErrnoException thrownFor(String call, int answer) {
    Errno errno = Errno.of(-answer);
    try {
      int passed = Syscall.check(call, answer);
      return fail(
          call
              + " answered "
              + answer
              + ", which is "
              + errno
              + ", and check answered\n"
              + passed
              + ". Every negative answer is a failure.");
    } catch (ErrnoException thrown) {
      return thrown;
    }
  }

  @Test
  @Order(1)
  void aResultIsPassedOn() {
    passes(17, "17 bytes were read: a result is passed on as it is.");
    passes(1, "One byte is a result.");
    passes(Integer.MAX_VALUE, "However large it is, it is a result.");
  }

  @Test
  @Order(2)
  void zeroIsAResult() {
    passes(0, "Zero is no failure: from read it is the end of file.");
  }

  @Test
  @Order(3)
  void aNegativeAnswerIsThrown() {
    thrownFor("write", -Errno.EPIPE);
  }

  @Test
  @Order(4)
  void theErrnoOfTheExceptionIsPositive() {
    ErrnoException thrown = thrownFor("write", -Errno.EPIPE);
    assertEquals(
        Errno.EPIPE,
        thrown.errno(),
        "write answered -32. An errno is a positive number, as errno(3) has it:\n"
            + "take the minus away.");
  }

  @Test
  @Order(5)
  void theExceptionNamesTheCall() {
    String why = "The exception has to name the call that failed, as check was told it.";
    assertEquals("write", thrownFor("write", -Errno.EPIPE).call(), why);
    ErrnoException thrown = thrownFor("accept4", -Errno.EMFILE);
    assertEquals("accept4", thrown.call(), why);
    assertEquals("accept4: EMFILE (Too many open files)", thrown.getMessage());
  }

  @Test
  @Order(6)
  void noErrnoIsAnExceptionToTheRule() {
    for (int errno = 1; errno <= 4095; errno++) {
      assertEquals(errno, thrownFor("read", -errno).errno(), "read answered -" + errno + ".");
    }
  }
}
