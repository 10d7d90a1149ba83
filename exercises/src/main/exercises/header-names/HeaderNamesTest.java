package manor.exercises.headernames;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import manor.exercises.Caret;
import manor.exercises.ParserRun;
import manor.http.Limits;
import manor.http.RequestParser;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class HeaderNamesTest {
  private static final String LONGER =
      "It begins the same, and then one of the two goes on. Compare the lengths too.";

  /** Asks the method itself; the name that came stands between two other bytes. */
  private static boolean areSame(String came, String asked) {
    byte[] around = ("<" + came + ">").getBytes(ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocateDirect(around.length).put(0, around);
    boolean same = compare(bytes, came, asked);
    if (!bytes.duplicate().clear().equals(ByteBuffer.wrap(around))) {
      fail("You changed the guest's bytes. They are his, and still needed as they came.");
    }
    if (bytes.order() != ByteOrder.BIG_ENDIAN) {
      fail("You changed the buffer's byte order: others read it too. A byte has none.");
    }
    if (bytes.position() != 0 || bytes.limit() != around.length) {
      fail("You moved the buffer's position, or its limit: others read it too. Use get(index).");
    }
    return same;
  }

  private static boolean compare(ByteBuffer bytes, String came, String asked) {
    try {
      Class<?> octets = RequestParser.class.getClassLoader().loadClass("manor.http.Octets");
      Class<?>[] types = {ByteBuffer.class, int.class, int.class, String.class};
      Method method = octets.getDeclaredMethod("equalsIgnoreCase", types);
      method.setAccessible(true);
      return (boolean) method.invoke(null, bytes, 1, 1 + came.length(), asked);
    } catch (InvocationTargetException thrown) {
      Throwable why = thrown.getCause();
      return fail(pair(came, asked) + slip(why), why);
    } catch (ReflectiveOperationException changed) {
      return fail("Octets.equalsIgnoreCase is no longer as others call it.", changed);
    }
  }

  private static String slip(Throwable thrown) {
    if (thrown instanceof IndexOutOfBoundsException) {
      return "You looked at a place that is not there. Compare the lengths first.";
    }
    return thrown instanceof UnsupportedOperationException
        ? "What the kernel brings stands in a direct buffer, which has no array(). Use get(index)."
        : "equalsIgnoreCase threw " + thrown;
  }

  private static String pair(String came, String asked) {
    return "The name came as \""
        + Caret.visible(came)
        + "\"\nand was compared with \""
        + Caret.visible(asked)
        + "\".\n";
  }

  private static void same(String came, String asked, String why) {
    if (!areSame(came, asked)) {
      fail(pair(came, asked) + why);
    }
  }

  private static void different(String came, String asked, String why) {
    if (areSame(came, asked)) {
      fail(pair(came, asked) + "They were taken for the same. " + why);
    }
  }

  @Test
  @Order(1)
  void theSameBytesAreFound() {
    same(
        "x-guest",
        "x-guest",
        "They are the same, and were not found to be. The first byte of the name stands at start,"
            + " and"
            + "\nend is the place behind its last. A small letter stays as it is.");
  }

  @Test
  @Order(2)
  void anyCaseIsFound() {
    String why = "Case does not matter in a name, and it was not found.";
    same("X-Guest", "x-guest", why);
    same("X-GUEST", "x-guest", why);
    same("x-gUeSt", "x-guest", why);
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      same("x-" + letter, "x-" + (char) (letter + 32), "A to Z count as a to z, all of them.");
    }
  }

  @Test
  @Order(3)
  void aLongerNameIsAnotherName() {
    different("x-guestbook", "x-guest", LONGER);
    different("x-guest", "x-guestbook", LONGER);
    different("guest", "x-guest", "The name that came is shorter.");
    different("", "x-guest", "No byte came.");
    goesOnBehind("x-gue", "st");
    goesOnBehind("x-guest", "book");
  }

  /** A name that ends in the middle of what stands in the buffer. */
  private static void goesOnBehind(String came, String rest) {
    ByteBuffer bytes = ByteBuffer.wrap(("<" + came + rest + ">").getBytes(ISO_8859_1));
    if (compare(bytes, came, came + rest)) {
      fail(
          pair(came, came + rest)
              + "They were taken for the same, because of the \""
              + rest
              + "\" behind end. That is no part of the name:\nno byte from end on may be looked"
              + " at. Compare the lengths first.");
    }
  }

  @Test
  @Order(4)
  void allBytesAreCompared() {
    different("x-guesT", "x-guess", "They differ in the last byte.");
    different("y-guest", "x-guest", "They differ in the first byte.");
    different("x-gaest", "x-guest", "They differ in the middle.");
    different(
        "x-guets", "x-guest", "The same bytes, in another order: a sum or a hash is no name.");
    String end = "-that-is-longer-than-most-names-and-ends-with-a-letter-of-its-own-".repeat(2);
    different("x" + end + "a", "x" + end + "b", "They differ in the last byte of a long name.");
  }

  @Test
  @Order(5)
  void bytesThatAreNoLettersAreNotChanged() {
    String why = "Only A to Z are letters with two cases: every other byte is itself.";
    different("x^guest", "x~guest", why);
    different("x~guest", "x^guest", why);
    different("x@guest", "x`guest", why);
    different("x[guest", "x{guest", why);
    different("x.guest", "x-guest", "A point is no hyphen.");
    same("x_guest-1`|", "x_guest-1`|", why);
    same("x!#$%&'*+.^~9", "x!#$%&'*+.^~9", why);
  }

  @Test
  @Order(6)
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

  /** The head of a request with one header more than it needs. */
  private static String head(String header) {
    return "POST / HTTP/1.1\r\nhost: manor\r\n" + header + "\r\n\r\n";
  }

  @Test
  @Order(7)
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      same(
          "X-TITLE-I",
          "x-title-i",
          "On a machine set to Turkish, String.toLowerCase makes no i of I, and the name is not"
              + " found.\nBytes have no language.");
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

  @Test
  @Order(9)
  void noOtherByteHasTwoCases() {
    for (char octet = 0; octet < 256; octet++) {
      char other = (char) (octet ^ 0x20);
      if ((octet | 0x20) < 'a' || (octet | 0x20) > 'z') {
        different("x-" + octet, "x-" + other, "Only A to Z have two cases, in ASCII alone.");
      }
    }
  }

  @Test
  @Order(10)
  void everyBitOfAByteCounts() {
    for (int octet = 0; octet < 256; octet++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        char other = (char) (octet ^ bit);
        boolean isLetter = octet >= 'A' && octet <= 'Z';
        boolean asksForOne = other < 'A' || other > 'Z';
        if (asksForOne && !(isLetter && bit == 0x20)) {
          different("x-" + (char) octet, "x-" + other, oneBit(octet, bit));
        }
      }
    }
  }

  private static String oneBit(int octet, int bit) {
    String told =
        String.format("The last bytes are 0x%02x and 0x%02x, and differ", octet, octet ^ bit);
    return bit == 0x80
        ? told + " in the sign: & 0x7f takes it away. A\nbyte above 0x7f is no letter of ASCII."
        : told + " in one bit. All eight count;\nonly of A to Z one does not, 0x20.";
  }
}
