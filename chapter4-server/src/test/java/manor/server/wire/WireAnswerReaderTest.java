package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader must be strict, or the corpus would forgive what real clients do not. */
class WireAnswerReaderTest {

  @Test
  void readsOneAnswerAfterTheOther() throws IOException {
    WireAnswerReader reader =
        reader(
            "HTTP/1.1 100 Continue\\r\\n\\r\\n"
                + "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhi"
                + "HTTP/1.1 200 \\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n"
                + "2;a\\r\\nho\\r\\n0\\r\\nX: y\\r\\n\\r\\n");
    assertEquals("100", reader.next(false).orElseThrow().toString());
    assertEquals("200 \"hi\"", reader.next(false).orElseThrow().toString());
    assertEquals("200 \"ho\"", reader.next(false).orElseThrow().toString());
    assertTrue(reader.next(false).isEmpty());
  }

  @Test
  void anAnswerToHeadEndsWithItsHead() throws IOException {
    WireAnswerReader reader =
        reader(
            "HTTP/1.1 200 OK\\r\\nContent-Length: 28\\r\\n\\r\\n"
                + "HTTP/1.1 204 No Content\\r\\n\\r\\n");
    assertEquals("200", reader.next(true).orElseThrow().toString());
    assertEquals("204", reader.next(false).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\\nContent-Length: 0\\n\\n",
        "HTTP/1.0 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "HTTP/1.1 200\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nContent-Length : 0\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 3\\r\\n\\r\\nhi",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 2, 2\\r\\n\\r\\nhi",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nContent-Length: 2\\r\\n\\r\\nhi",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nhi",
        "HTTP/1.1 204 No Content\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhix\\r\\n0\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhi\\r\\n",
        "HTTP/1.1 200 OK\\r\\n",
        "<html>hello</html>\\r\\n\\r\\n",
      })
  void refusesWhatAStrictClientRefuses(String bytes) {
    assertThrows(WireFault.class, () -> reader(bytes).next(false));
  }

  private static WireAnswerReader reader(String spelling) {
    return new WireAnswerReader(new ByteArrayInputStream(WireText.decode(spelling)));
  }
}
