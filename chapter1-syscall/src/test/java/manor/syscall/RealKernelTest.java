package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RealKernelTest {
  @Test
  void elsewhereATestIsSkippedWithAMessageThatSaysSo() {
    var elsewhere = RealKernelExtension.condition(false);
    assertTrue(elsewhere.isDisabled());
    String reason = elsewhere.getReason().orElseThrow();
    assertTrue(reason.startsWith("skipped: this test talks to the real kernel"), reason);
    assertTrue(reason.contains(System.getProperty("os.name")), reason);
  }

  @Test
  void onLinuxItRuns() {
    assertFalse(RealKernelExtension.condition(true).isDisabled());
  }

  @Test
  void itCarriesTheTagThatBuildsSelectBy() {
    assertEquals("real-kernel", RealKernel.class.getAnnotation(Tag.class).value());
  }

  @Test
  @RealKernel
  void theKernelIsHandedIn(Kernel kernel) {
    assertInstanceOf(LinuxKernel.class, kernel);
    assertEquals(-Errno.EBADF, kernel.close(-1));
  }
}
