package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatchKeysTest {
  private static String pressed(String sent, int keys) throws InterruptedException {
    WatchKeys source = new WatchKeys(new StringReader(sent), true);
    StringBuilder pressed = new StringBuilder();
    while (pressed.length() < keys) {
      char key = source.next(5);
      pressed.append(key == 0 ? "" : key);
    }
    return pressed.toString();
  }

  @Test
  void arrowsAndPageKeysAreKeys() throws InterruptedException {
    String expected =
        "h" + WatchKeys.UP + WatchKeys.DOWN + WatchKeys.PAGE_UP + WatchKeys.PAGE_DOWN + "q";
    assertEquals(expected, pressed("h\033[A\033OB\033[5~\033[6~q", 6));
  }

  @Test
  void whatOtherKeysSendIsPassedOver() throws InterruptedException {
    assertEquals("hq", pressed("h\033[1;5C\033[15~\033OPq", 2));
  }
}
