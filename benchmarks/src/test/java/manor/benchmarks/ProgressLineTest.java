package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void itSaysHowFarItIsAndHowLongItWillTake() {
    ProgressLine line = new ProgressLine(new PrintStream(out), true);
    line.begin("idle", 4);
    line.step("a");
    assertEquals("idle [####............] 31 s  b", line.line("b", 10_000_000_000L));
  }

  @Test
  void itNeverWraps() {
    ProgressLine line = new ProgressLine(new PrintStream(out), true);
    line.begin("idle", 4);
    assertEquals(79, line.line("x".repeat(200), 0).length());
  }

  @Test
  void withoutATerminalItDrawsNothingOverAgain() {
    ProgressLine line = new ProgressLine(new PrintStream(out), false);
    line.begin("idle", 2);
    line.step("a");
    line.step("b");
    line.end();
    assertEquals("Measuring: idle...\n  50%\n", out.toString().replace("\r", ""));
  }
}
