package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CallCountTest {
  @Test
  void aCallIsCountedWhereItBegins() {
    assertEquals("read", CallCount.callIn("4711  read(7, \"G\"..., 65536) = 36"));
    assertEquals("futex", CallCount.callIn("4711  futex(0x7f, FUTEX_WAIT <unfinished ...>"));
  }

  @Test
  void itsEndIsNotCountedAgain() {
    assertNull(CallCount.callIn("4711  <... futex resumed>) = 0"));
  }

  @Test
  void signalsAndEndsAreNoCalls() {
    assertNull(CallCount.callIn("4711  --- SIGSEGV {si_signo=SIGSEGV} ---"));
    assertNull(CallCount.callIn("4711  +++ exited with 0 +++"));
  }
}
