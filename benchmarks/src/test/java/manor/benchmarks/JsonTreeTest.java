package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, Object> value =
        Map.of("text", "a \"b\" \\ \n c", "values", List.of(1.0, -2.5, 3e-7), "none", List.of());
    assertEquals(value, JsonTree.read(JsonTree.write(value)));
  }

  @Test
  void numbersStandOnOneLine() {
    assertEquals("[1, 2.5]\n", JsonTree.write(List.of(1, 2.5)));
  }

  @Test
  void whatIsNoNumberIsNotWritten() {
    assertThrows(IllegalArgumentException.class, () -> JsonTree.write(List.of(Double.NaN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1", "{\"a\" 1}", "[1 2]", "[1] 2", "{a: 1}", "\"a", "[,]"})
  void whatIsNotJsonIsRefusedByPlace(String text) {
    String words =
        assertThrows(IllegalArgumentException.class, () -> JsonTree.read(text)).getMessage();
    assertTrue(words.startsWith("not JSON at "), words);
  }
}
