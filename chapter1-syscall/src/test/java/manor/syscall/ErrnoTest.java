package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import jnr.ffi.LibraryLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrnoTest {
  /** What the C library knows of the errors, in no language but its own. */
  public interface LibcNames {
    String strerrordesc_np(int number);

    String strerrorname_np(int number);
  }

  @Test
  @RealKernel
  void namesAndMessagesAreThoseOfTheCLibrary() {
    LibcNames libc = LibraryLoader.create(LibcNames.class).load("c");
    for (int number = 1; number < 200; number++) {
      String name = libc.strerrorname_np(number);
      Errno expected =
          name == null
              ? new Errno(number, "E" + number, "Unknown error " + number)
              : new Errno(number, name, libc.strerrordesc_np(number));
      assertEquals(expected, Errno.of(number));
    }
  }

  @Test
  void constantsAndTableAgree() throws IllegalAccessException {
    for (Field constant : Errno.class.getFields()) {
      assertEquals(constant.getName(), Errno.of(constant.getInt(null)).name());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 58, 134, 4095, Integer.MAX_VALUE})
  void anUnknownNumberSurvives(int number) {
    Errno unknown = Errno.of(number);
    assertEquals(number, unknown.number());
    assertEquals("E" + number + " (Unknown error " + number + ")", unknown.toString());
  }

  @Test
  void anExceptionSaysWhichCallFailedAndWhy() {
    ErrnoException exception = new ErrnoException("write", Errno.EPIPE);
    assertEquals("write: EPIPE (Broken pipe)", exception.getMessage());
    assertEquals("write", exception.call());
    assertEquals(Errno.EPIPE, exception.errno());
    assertInstanceOf(IOException.class, exception);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Integer.MAX_VALUE})
  void checkPassesAResultThrough(int result) throws ErrnoException {
    assertEquals(result, Syscall.check("read", result));
  }

  @Test
  void checkThrowsForAFailureKnownOrNot() {
    for (int number : new int[] {Errno.EPERM, Errno.EAGAIN, Errno.ENOTCONN, 4095}) {
      ErrnoException thrown =
          assertThrows(ErrnoException.class, () -> Syscall.check("connect", -number));
      assertEquals(number, thrown.errno());
      assertTrue(thrown.getMessage().startsWith("connect: E"), thrown::getMessage);
    }
  }
}
