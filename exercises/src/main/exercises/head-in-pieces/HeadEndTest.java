package manor.exercises.headinpieces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import manor.exercises.Caret;
import manor.exercises.Stumble;
import manor.exercises.Todo;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class HeadEndTest {
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  /** Feeds pieces and compares, at each of them, with where the head really ends. */
  private static void ends(String mistake, String... pieces) {
    HeadEnd end = new HeadEnd();
    if (end.isFound()) {
      fail(
          "A new HeadEnd says that the end has come, before any byte did. Is a field static?\n"
              + "Then all guests share one place. Each has his own.");
    }
    String all = String.join("", pieces);
    int last = all.indexOf("\r\n\r\n");
    int headEnd = last < 0 ? Integer.MAX_VALUE : last + 4;
    int from = 0;
    for (int nth = 0; nth < pieces.length; nth++) {
      int to = from + pieces[nth].length();
      int expected = Math.max(0, Math.min(to, headEnd) - from);
      int taken = take(end, pieces, nth);
      if (taken != expected) {
        String why = taken == pieces[nth].length() ? mistake : slip(mistake, from, expected, taken);
        fail(why + "\n" + where(pieces, nth, expected, taken));
      }
      if (end.isFound() != to >= headEnd) {
        String place =
            to < headEnd ? "not yet" : from < headEnd ? "it came here" : "it came before";
        String said = "\nisFound is " + end.isFound() + " after this piece. Has the end come?\n";
        fail(mistake + said + Caret.under(pieces[nth], expected, place) + shown(pieces));
      }
      from = to;
    }
  }

  /** Some wrong numbers tell by themselves how they were made. */
  private static String slip(String mistake, int from, int expected, int taken) {
    if (taken < 0) {
      return "take answers how many bytes of the piece belong to the head: 0 or more, and all of"
          + " them\nas long as the end has not come.";
    }
    if (from > 0 && taken == from + expected) {
      return "take counts the bytes of this piece alone. You counted from the head's first byte.";
    }
    if (taken == expected - 1) {
      return "One byte too few: the last \\n belongs to the head too. (A count is one more than the"
          + "\nindex of the last.)";
    }
    return mistake;
  }

  private static int take(HeadEnd end, String[] pieces, int nth) {
    try {
      return end.take(pieces[nth].getBytes(ISO_8859_1));
    } catch (Todo stub) {
      throw stub;
    } catch (RuntimeException thrown) {
      return fail(
          "take stumbled over piece "
              + (nth + 1)
              + ", of "
              + pieces[nth].length()
              + " bytes. (A piece may hold fewer than the four, or none.)\n"
              + Stumble.inWords(thrown)
              + shown(pieces),
          thrown);
    }
  }

  private static String where(String[] pieces, int nth, int expected, int taken) {
    return "Of piece "
        + (nth + 1)
        + ", "
        + expected
        + " bytes belong to the head, and take"
        + " answered "
        + taken
        + ".\n"
        + Caret.under(pieces[nth], expected, note(pieces, nth, expected))
        + shown(pieces);
  }

  private static String note(String[] pieces, int nth, int expected) {
    boolean ended = String.join("", List.of(pieces).subList(0, nth + 1)).contains("\r\n\r\n");
    return !ended ? "all of it is head" : expected == 0 ? "all is body" : "the head ends here";
  }

  private static String shown(String[] pieces) {
    List<String> list = new ArrayList<>();
    for (String piece : pieces) {
      list.add("\"" + Caret.visible(piece) + "\"");
    }
    String all = String.join("  ", list);
    return pieces.length == 1 || all.length() > 70 ? "" : "\nThe pieces: " + all;
  }

  @Test
  @Order(1)
  void aHeadInOnePiece() {
    ends("A whole head came in one piece. Its end is \\r\\n\\r\\n: four bytes in a row.", HEAD);
  }

  @Test
  @Order(2)
  void whatStandsBehindTheHeadIsBody() {
    ends("The body begins in the same piece; it does not belong to the head.", HEAD + "Good eve");
  }

  @Test
  @Order(3)
  void anUnfinishedHead() {
    ends("The end has not come: every byte belongs to the head.", "GET / HTTP/1.1\r\nHost: a\r\n");
    ends("A single line end is no empty line.", "a\r\nb\r\n", "c\r\nd");
  }

  @Test
  @Order(4)
  void aCutAtEveryPlace() {
    String stream = HEAD + "body";
    for (int cut = 1; cut < HEAD.length(); cut++) {
      ends(
          "Cut in two. A cut may lie inside the empty line, so that no piece holds it whole:\n"
              + "remember how many of its bytes have come.",
          stream.substring(0, cut),
          stream.substring(cut));
    }
  }

  @Test
  @Order(5)
  void aByteAtATime() {
    ends("A byte at a time: remember how many of the four have come.", HEAD.split("(?<=(?s:.))"));
  }

  @Test
  @Order(6)
  void aPieceWithoutBytes() {
    ends("An empty piece changes nothing.", "a\r\n", "", "\r", "", "\nbody");
  }

  @Test
  @Order(7)
  void bytesOfTheEndThatAreNotInARow() {
    ends("\\r\\n, and an x, and \\r\\n: that is not in a row.", "a\r\nx\r\ny\r\n\r\nbody");
    ends("\\n\\n is not \\r\\n\\r\\n.", "a\n\nb\r\n\r\nbody");
    ends("\\r\\r is not \\r\\n\\r\\n.", "a\r\rb\r\n\r\nbody");
    ends("\\r\\n\\n is not \\r\\n\\r\\n: the second \\r is missing.", "a\r\n\nb\r\n\r\nbody");
    ends("\\n\\r\\n is not \\r\\n\\r\\n: the first \\r is missing.", "a\n\r\nb\r\n\r\nbody");
    ends(
        "\\r\\n comes first of all. That is two of the four: before the first byte none has come.",
        "\r\nHost: a\r\n\r\nbody");
    ends("\\n\\r\\n comes first of all, without a \\r before it.", "\n\r\nb\r\n\r\nbody");
    ends("\\r\\r\\n\\n is the right bytes in the wrong order.", "a\r\r\n\nb\r\n\r\nbody");
    ends("\\r\\n\\r, and an x, and \\n: that is not in a row.", "a\r\n\rx\nb\r\n\r\nbody");
    ends("\\n\\r\\n\\r is the right bytes in the wrong order.", "a\n\r\n\rb\r\n\r\nbody");
  }

  @Test
  @Order(8)
  void aByteThatDoesNotFitMayBeTheFirstOfTheFour() {
    String mistake =
        "After \\r came another \\r. It does not fit as the second byte, but it may be the first\n"
            + "of the four: you stand at 1, neither at 0 nor where you were.";
    ends(mistake, "a\r\r\n\r\nbody");
    ends(mistake, "a\r\n\r\r\n\r\nbody");
    ends(mistake, "a\r", "\r\n\r", "\nbody");
  }

  @Test
  @Order(9)
  void whatComesLaterChangesNothing() {
    ends(
        "The head has ended. What comes now is body, whatever it holds, even an empty line.",
        HEAD,
        "body\r\n\r\nbody",
        "more\r\n\r\n");
    ends("The head has ended, and part of the body has come.", HEAD + "bo", "dy");
    ends("Two empty lines: the first one ends the head.", HEAD + "\r\n\r\n");
  }

  @Test
  @Order(10)
  void noBytesAreKept() throws IllegalAccessException {
    for (Field field : HeadEnd.class.getDeclaredFields()) {
      field.setAccessible(true);
      HeadEnd end = new HeadEnd();
      String before = shown(field, end);
      end.take("Host: ".getBytes(ISO_8859_1));
      end.take("manor".getBytes(ISO_8859_1));
      if (!shown(field, end).equals(before)) {
        fail(
            "The field "
                + field.getName()
                + " keeps bytes of earlier pieces. If it keeps them all, a guest who never ends"
                + "\nhis head fills the memory. Where you stand is a number from 0 to 4.");
      }
    }
  }

  /** What a field holds; of a number, nothing, for it never grows. */
  private static String shown(Field field, HeadEnd end) throws IllegalAccessException {
    Object value = Modifier.isStatic(field.getModifiers()) ? null : field.get(end);
    boolean small = field.getType().isPrimitive() || value instanceof Number;
    return small ? "" : Arrays.deepToString(new Object[] {value});
  }
}
