package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnyKernelTest {
  @Test
  void withNeitherARealNorAnotherKernelATestIsSkippedAndSaysWhereItRuns() {
    var nowhere = AnyKernelExtension.condition(false, false);
    assertTrue(nowhere.isDisabled());
    String reason = nowhere.getReason().orElseThrow();
    assertTrue(reason.startsWith("skipped: this test talks to the real kernel"), reason);
    assertTrue(reason.endsWith("the simulator runs it on its own kernel"), reason);
  }

  @Test
  void oneKernelIsEnough() {
    assertFalse(AnyKernelExtension.condition(true, false).isDisabled());
    assertFalse(AnyKernelExtension.condition(false, true).isDisabled());
  }

  @Test
  void itCarriesTheTagThatTheSimulatorSelectsBy() {
    assertEquals("any-kernel", AnyKernel.class.getAnnotation(Tag.class).value());
  }

  @Test
  @AnyKernel
  void whereNoOtherIsOfferedTheRealOneIsHandedIn(Kernel kernel) {
    assertInstanceOf(LinuxKernel.class, kernel);
  }
}
