package manor.exercises.checkerrno;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;

import manor.exercises.Todo;
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
      equal(result, Syscall.check("read", result), "read answered " + result + ".\n" + why);
    } catch (Todo stub) {
      throw stub;
    } catch (ErrnoException | RuntimeException thrown) {
      throw mistake(
          "read answered " + result + ", and check threw \"" + thrown.getMessage() + "\".\n" + why);
    }
  }

  private static ErrnoException thrownFor(String call, int answer) {
    String failed = call + " answered " + answer + ", which is " + Errno.of(-answer);
    try {
      int passed = Syscall.check(call, answer);
      throw mistake(
          failed + ", and check answered\n" + passed + ". Every negative answer is a failure.");
    } catch (ErrnoException thrown) {
      return thrown;
    } catch (RuntimeException other) {
      throw mistake(
          failed
              + ", and check threw\n"
              + other
              + ".\nWhoever calls catches an ErrnoException, and asks it for the errno.");
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
    int errno = thrownFor("write", -Errno.EPIPE).errno();
    String mistake =
        errno < 0
            ? "An errno is a positive number, as errno(3) has it:\ntake the minus away."
            : "The exception has another errno: it is\nthe answer without its minus.";
    equal(Errno.EPIPE, errno, "write answered -32. " + mistake);
  }

  @Test
  @Order(5)
  void theExceptionNamesTheCall() {
    String why = "The exception has to name the call that failed, as check was told it.";
    equal("write", thrownFor("write", -Errno.EPIPE).call(), why);
    equal("accept4", thrownFor("accept4", -Errno.EMFILE).call(), why);
  }

  @Test
  @Order(6)
  void noErrnoIsAnExceptionToTheRule() {
    for (int errno = 1; errno <= 4095; errno++) {
      equal(
          errno,
          thrownFor("read", -errno).errno(),
          "read answered -"
              + errno
              + ". Each failure has an errno of its own: it is in the answer.");
    }
  }
}
