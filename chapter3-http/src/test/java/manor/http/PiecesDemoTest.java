package manor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesDemoTest {
  private final String printed = printed();

  private static String printed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PiecesDemo.run(new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }

  private List<String> answers(int show) {
    return printed
        .split(System.lineSeparator() + System.lineSeparator())[show]
        .lines()
        .filter(line -> line.contains("->"))
        .map(line -> line.substring(line.indexOf("->") + 3))
        .toList();
  }

  @Test
  void showsTheStepsOfARequestInThreePieces() {
    assertEquals(
        List.of(
            "NEED_INPUT: the head is not all here",
            "HEAD: POST /letters, 12 bytes to follow",
            "CONTENT: \"Good ev\"",
            "NEED_INPUT: 7 bytes of content so far",
            "CONTENT: \"ening\"",
            "COMPLETE: 12 bytes of content in all"),
        answers(1));
    assertEquals(answers(1).get(5), answers(2).get(4));
  }

  @Test
  void unpacksChunks() {
    assertTrue(answers(3).containsAll(List.of("CONTENT: \"Good \"", "CONTENT: \"evening\"")));
    assertEquals("COMPLETE: 12 bytes of content in all", answers(3).get(4));
  }

  @Test
  void refusesTwoLengthsAndABareLineFeed() {
    assertEquals(List.of("INVALID at byte 79: 400 Bad Request"), answers(4));
    assertEquals(List.of("INVALID at byte 15: 400 Bad Request"), answers(5));
  }

  @Test
  void fitsTheScreenAndIsTheSameEveryTime() {
    printed.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    assertEquals(printed, printed());
  }
}
