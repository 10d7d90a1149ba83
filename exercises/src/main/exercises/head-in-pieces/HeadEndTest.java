package manor.exercises.headinpieces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import manor.exercises.Caret;
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
    String all = String.join("", pieces);
    int last = all.indexOf("\r\n\r\n");
    int headEnd = last < 0 ? Integer.MAX_VALUE : last + 4;
    int from = 0;
    for (int nth = 0; nth < pieces.length; nth++) {
      int to = from + pieces[nth].length();
      int expected = Math.max(0, Math.min(to, headEnd) - from);
      int taken = take(end, pieces, nth, mistake);
      if (taken != expected) {
        fail(mistake + "\n" + where(pieces, nth, expected, taken));
      }
      if (end.isFound() != to >= headEnd) {
        fail(
            mistake
                + "\nisFound is "
                + end.isFound()
                + " after this piece:\n"
                + Caret.under(
                    pieces[nth], expected, to >= headEnd ? "the end was here" : "it was not here")
                + shown(pieces));
      }
      from = to;
    }
  }

  private static int take(HeadEnd end, String[] pieces, int nth, String mistake) {
    try {
      return end.take(pieces[nth].getBytes(ISO_8859_1));
    } catch (IndexOutOfBoundsException thrown) {
      return fail(
          mistake + "\ntake threw " + thrown + " at piece " + (nth + 1) + shown(pieces), thrown);
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
    ends("\\r\\n\\r, and an x, and \\n: that is not in a row.", "a\r\n\rx\nb\r\n\r\nbody");
    ends("\\n\\r\\n\\r is the right bytes in the wrong order.", "a\n\r\n\rb\r\n\r\nbody");
  }

  @Test
  @Order(8)
  void aByteThatDoesNotFitMayBeTheFirstOfTheFour() {
    String mistake =
        "After \\r came another \\r. It does not fit as the second byte, but it may be the first\n"
            + "of the four: you stand at 1, not at 0.";
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
  void noBytesAreKept() {
    for (Field field : HeadEnd.class.getDeclaredFields()) {
      boolean small = field.getType().isPrimitive() || field.getType().isEnum();
      if (!small && !Modifier.isStatic(field.getModifiers())) {
        fail(
            "The field "
                + field.getName()
                + " keeps more than a number. A guest who never ends"
                + " his head would fill\nthe memory with it. Where you stand is a number from 0 to"
                + " 4.");
      }
    }
  }
}
