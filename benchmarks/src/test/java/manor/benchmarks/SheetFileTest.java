package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SheetFileTest {
  @Test
  void aSheetIsReadAsItWasWritten() {
    Sheet sheet = SampleSheet.server();
    assertEquals(sheet, SheetFile.read(SheetFile.write(sheet)));
  }

  @Test
  void anotherFileIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SheetFile.read("[]"));
    assertThrows(IllegalArgumentException.class, () -> SheetFile.read("{\"benchmark\": 1}"));
  }
}
