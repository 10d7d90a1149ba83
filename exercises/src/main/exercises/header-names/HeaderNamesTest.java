package manor.exercises.headernames;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Locale;
import manor.exercises.Caret;
import manor.exercises.ParserRun;
import manor.http.Limits;
import manor.http.Request;
import manor.http.RequestParser;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class HeaderNamesTest {
  /** The head of a request with one header more than it needs. */
  private static String head(String header) {
    return "POST / HTTP/1.1\r\nhost: manor\r\n" + header + "\r\n\r\n";
  }

  private static Request parsed(String head) {
    ByteBuffer bytes = ByteBuffer.wrap(head.getBytes(ISO_8859_1));
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    parser.begin(bytes, 0);
    RequestParser.Step step = parser.next(bytes, 0, head.length());
    if (step != RequestParser.Step.HEAD) {
      fail(
          "This head is sound, and was taken for "
              + step
              + " "
              + parser.failure()
              + ":\n  "
              + Caret.visible(head));
    }
    return parser.request();
  }

  private static void finds(String came, String asked) {
    String value = parsed(head(came + ": five")).header(asked);
    if (!"five".equals(value)) {
      fail(
          "The header came as \""
              + came
              + "\"\nand was asked for as \""
              + asked
              + "\".\nCase does not matter in a name, and it was not found.");
    }
  }

  private static void findsNot(String came, String asked, String why) {
    String value = parsed(head(came + ": five")).header(asked);
    if (value != null) {
      fail("The header \"" + came + "\" was taken for \"" + asked + "\".\n" + why);
    }
  }

  @Test
  @Order(1)
  void lowerCaseIsFound() {
    finds("x-guest", "x-guest");
  }

  @Test
  @Order(2)
  void anyCaseIsFound() {
    finds("X-Guest", "X-Guest");
    finds("X-GUEST", "x-guest");
    finds("x-gUeSt", "X-Guest");
    finds("aBCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz");
    finds("ABCDEFGHIJKLMNOPQRSTUVWXYz", "abcdefghijklmnopqrstuvwxyz");
  }

  @Test
  @Order(3)
  void theBodyIsReadHoweverItsLengthIsSpelled() {
    for (String name : new String[] {"content-length", "Content-Length", "CONTENT-LENGTH"}) {
      ParserRun run = ParserRun.of(head(name + ": 5") + "hello" + "GET /");
      if (run.requests().size() != 1 || !run.requests().get(0).equals("POST / [hello]")) {
        fail(
            "The guest sent \""
                + name
                + ": 5\" and five bytes of body.\nThe parser understood "
                + run
                + ".");
      }
    }
  }

  @Test
  @Order(4)
  void aLongerNameIsAnotherName() {
    String why = "It begins the same, and goes on. Compare the lengths too.";
    findsNot("x-guestbook", "x-guest", why);
    findsNot("x-guest", "x-guestbook", "The name that came is shorter. Compare the lengths too.");
    findsNot("guest", "x-guest", "The name that came is shorter.");
  }

  @Test
  @Order(5)
  void bytesThatAreNoLettersAreNotChanged() {
    String why = "They are different bytes: only A to Z are letters with two cases.";
    findsNot("x^guest", "x~guest", why);
    findsNot("x~guest", "x^guest", why);
    findsNot("x.guest", "x-guest", "A point is no hyphen.");
    finds("x_guest-1`|", "x_guest-1`|");
    finds("x!#$%&'*+.^~9", "x!#$%&'*+.^~9");
  }

  @Test
  @Order(6)
  void allBytesAreCompared() {
    findsNot("x-guesT", "x-guess", "They differ in the last byte.");
    findsNot("y-guest", "x-guest", "They differ in the first byte.");
    findsNot("x-gaest", "x-guest", "They differ in the middle.");
  }

  @Test
  @Order(7)
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      String value = parsed(head("X-TITLE-I: five")).header("x-title-i");
      if (!"five".equals(value)) {
        fail(
            "On a machine set to Turkish, String.toLowerCase makes no i of I, and the header\n"
                + "\"X-TITLE-I\" is not found as \"x-title-i\". Bytes have no language.");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  @Order(8)
  void comparingMakesNoGarbage() {
    if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean memory)
        || !memory.isThreadAllocatedMemorySupported()) {
      return;
    }
    byte[] head = head("X-Guest: five\r\nContent-Length: 0").getBytes(ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.wrap(head);
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    parses(parser, bytes, 10);
    long before = memory.getCurrentThreadAllocatedBytes();
    parses(parser, bytes, 300);
    long garbage = memory.getCurrentThreadAllocatedBytes() - before;
    if (garbage > 10_000) {
      fail(
          "Comparing makes garbage: a String, or something else, for every name of every\n"
              + "request. Compare the bytes where they are.");
    }
  }

  private static void parses(RequestParser parser, ByteBuffer bytes, int times) {
    for (int i = 0; i < times; i++) {
      parser.begin(bytes, 0);
      parser.next(bytes, 0, bytes.capacity());
    }
  }
}
