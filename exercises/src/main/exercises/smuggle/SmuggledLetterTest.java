package manor.exercises.smuggle;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
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

  private static RuntimeException stumbled;

  /** Asked for once: every test is about the same letter. */
  private static final String LETTER = letter();

  private final String bytes = LETTER;

  private static String letter() {
    try {
      return SmuggledLetter.bytes();
    } catch (RuntimeException thrown) {
      stumbled = thrown;
      return null;
    }
  }

  private static List<NaiveReader.Seen> read(NaiveReader reader, String name, String bytes) {
    try {
      return reader.requests(bytes);
    } catch (IllegalArgumentException incomplete) {
      return fail(
          "The " + name + " has to find complete requests, and stops " + incomplete.getMessage());
    }
  }

  private static String seen(List<NaiveReader.Seen> requests) {
    return requests.stream().map(request -> "\n  " + request).collect(Collectors.joining());
  }

  @Test
  @Order(1)
  void theRulesAreKept() {
    if (stumbled != null) {
      fail("bytes() has to answer with the letter, and threw " + stumbled + ".", stumbled);
    }
    if (bytes == null || bytes.equals(HONEST)) {
      throw Todo.yours("The Gatekeeper is to see /garden only, and the Doorman /treasury.");
    }
    if (bytes.length() > MOST_BYTES) {
      fail("At most 400 bytes, and these are " + bytes.length() + ".");
    }
    for (int at = 0; at < bytes.length(); at++) {
      if (bytes.charAt(at) > 0xff) {
        fail(
            "A character is a byte, 0 to 255. What crosses the wire are bytes, and this character"
                + " is none.\n"
                + Caret.under(bytes, at, "here"));
      }
    }
    if (!bytes.contains("\r\n")) {
      fail("Lines end with \\r\\n, and there is none.");
    }
  }

  @Test
  @Order(2)
  void theGatekeeperSeesTheGardenOnly() {
    List<NaiveReader.Seen> requests = read(NaiveReader.GATEKEEPER, "Gatekeeper", bytes);
    if (requests.stream().anyMatch(request -> request.isFor("/treasury"))) {
      fail(
          "The Gatekeeper sees a request for the treasury and shuts the gate. He sees:"
              + seen(requests)
              + "\nHe goes by Content-Length. What he is not to see has to be body to him.");
    }
    if (!requests.stream().allMatch(request -> request.isFor("/garden"))) {
      fail(
          "The Gatekeeper lets through requests for /garden, letter by letter, and nothing else. He"
              + " sees:"
              + seen(requests)
              + "\nHe goes by Content-Length. What he is not to see has to be body to him.");
    }
  }

  @Test
  @Order(3)
  void theDoormanSeesTheTreasury() {
    List<NaiveReader.Seen> requests = read(NaiveReader.DOORMAN, "Doorman", bytes);
    if (requests.stream().anyMatch(request -> request.isFor("/treasury"))) {
      return;
    }
    if (requests.stream().allMatch(request -> request.isFor("/garden"))) {
      fail(
          "The Doorman sees no request but for the garden. He sees:"
              + seen(requests)
              + "\nHe goes by chunks, if there are any: where does the body end for him?");
    }
    fail(
        "The Doorman sees a second request, and it is none for /treasury. He sees:"
            + seen(requests)
            + "\nA request line is method, blank, path, blank, version; and the path is /treasury, letter"
            + " by letter:\nnobody here decodes a %, or looks away from capitals.");
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
