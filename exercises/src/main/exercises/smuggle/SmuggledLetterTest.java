package manor.exercises.smuggle;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import manor.exercises.Caret;
import manor.exercises.ParserRun;
import manor.exercises.Todo;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class SmuggledLetterTest {
  private static final int MOST_BYTES = 400;

  /** What the stub sends: an honest request. */
  private static final String HONEST =
      "POST /garden HTTP/1.1\r\nHost: m\r\nContent-Length: 0\r\n\r\n";

  private final String bytes = SmuggledLetter.bytes();

  private static List<String> read(NaiveReader reader, String name, String bytes) {
    try {
      return reader.requests(bytes);
    } catch (IllegalArgumentException incomplete) {
      return fail(
          "The " + name + " does not find complete requests:\n" + incomplete.getMessage() + ".");
    }
  }

  private static boolean isFor(String line, String path) {
    return line.split(" ", -1).length == 3 && line.split(" ", -1)[1].equals(path);
  }

  private static String seen(List<String> lines) {
    return "\n  " + Caret.visible(String.join("\n", lines)).replace("\\n", "\n  ");
  }

  @Test
  @Order(1)
  void theRulesAreKept() {
    if (bytes == null || bytes.equals(HONEST)) {
      throw Todo.yours("The Gatekeeper is to see /garden only, and the Doorman /treasury.");
    }
    if (bytes.length() > MOST_BYTES) {
      fail("At most 400 bytes, and these are " + bytes.length() + ".");
    }
    if (!bytes.contains("\r\n")) {
      fail("Lines end with \\r\\n, and there is none.");
    }
  }

  @Test
  @Order(2)
  void theGatekeeperSeesTheGardenOnly() {
    List<String> lines = read(NaiveReader.GATEKEEPER, "Gatekeeper", bytes);
    for (String line : lines) {
      if (isFor(line, "/treasury")) {
        fail(
            "The Gatekeeper sees a request for the treasury and shuts the gate. He sees:"
                + seen(lines)
                + "\nHe goes by Content-Length. What he is not to see has to be body to him.");
      }
      if (!isFor(line, "/garden")) {
        fail(
            "The Gatekeeper lets through requests for /garden and nothing else. He sees:"
                + seen(lines));
      }
    }
  }

  @Test
  @Order(3)
  void theDoormanSeesTheTreasury() {
    List<String> lines = read(NaiveReader.DOORMAN, "Doorman", bytes);
    if (lines.stream().anyMatch(line -> line.contains("treasury") && !isFor(line, "/treasury"))) {
      fail(
          "A request line is method, blank, path, blank, version, and the path is /treasury.\n"
              + "The Doorman sees:"
              + seen(lines));
    }
    if (lines.stream().noneMatch(line -> isFor(line, "/treasury"))) {
      fail(
          "The Doorman sees no request for the treasury. He sees:"
              + seen(lines)
              + "\nHe goes by chunks, if there are any: where does the body end for him?");
    }
  }

  @Test
  @Order(4)
  void theParserOfChapter3RefusesIt() {
    ParserRun run = ParserRun.of(bytes);
    if (run.requests().stream().anyMatch(request -> request.contains(" /treasury "))) {
      fail(
          "The parser of chapter 3 has let a request for the treasury through:\n  "
              + run
              + "\nThis exercise has found a fault of the book! Please report it.");
    }
    if (!run.end().startsWith("INVALID")) {
      fail("The parser of chapter 3 has to refuse the bytes, and understood:\n  " + run);
    }
    if (!ParserRun.byteAtATime(bytes).equals(run)) {
      fail("Cut in pieces the parser understands something else: " + ParserRun.byteAtATime(bytes));
    }
  }
}
