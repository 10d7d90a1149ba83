package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void aTabIsASpaceForATerminalWouldLeaveWhatStoodThere() {
    assertEquals(" at Book.find\n at Book.add", PlainText.of("\tat Book.find\r\n\tat Book.add"));
  }

  @Test
  void nothingThatIsPrintedDrawsAVerdict() {
    assertEquals("?[2J?passed", PlainText.of("\u001b[2J\rpassed"));
  }
}
