package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader's eye would stumble over is put right. */
class PolishTest {
  @Test
  void aMinusSignStaysWithItsNumber() {
    String drawn = "<p><code>-1</code>, <code>-errno</code>, <code>man 2 read</code></p>";

    List<String> whole = Polish.polished(drawn).select("code.whole").eachText();

    assertEquals(List.of("-1", "-errno"), whole);
  }
}
