package manor.exercises.contentlength;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import manor.exercises.Caret;
import manor.exercises.ParserRun;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class ContentLengthTest {
  private static final String START = "POST / HTTP/1.1\r\nHost: manor\r\n";

  private static ParserRun parsed(String fields, String body, String mistake) {
    try {
      return ParserRun.of(START + fields + "\r\n" + body);
    } catch (RuntimeException thrown) {
      throw mistake(
          mistake
              + "\n"
              + thrown
              + "\nA guest's bytes never throw here: they are refused.\n"
              + Caret.under(fields, fields.indexOf(':') + 1, "this value"),
          thrown);
    }
  }

  private static void isRefused(String value, String mistake) {
    areRefused("Content-Length: " + value + "\r\n", mistake);
  }

  private static void areRefused(String fields, String mistake) {
    ParserRun run = parsed(fields, "hello", mistake);
    String other =
        run.end().startsWith("INVALID")
            ? "It is refused, but not with 400: it is no length at all, and so the request is bad."
            : "It has to be refused with 400.";
    that(
        run.end().startsWith("INVALID 400"),
        mistake
            + "\n  "
            + Caret.visible(fields)
            + "\n"
            + other
            + " The parser understood:\n  "
            + run);
  }

  private static void isLong(String value, String body, String rest) {
    String mistake = "\"Content-Length: " + value + "\" is sound.";
    ParserRun run = parsed("Content-Length: " + value + "\r\n", body + rest, mistake);
    boolean understood =
        !run.requests().isEmpty() && run.requests().get(0).equals("POST / [" + body + "]");
    that(
        understood,
        mistake
            + reason(run, value)
            + "\nThe body is \""
            + body
            + "\". The parser understood:\n  "
            + run);
  }

  /** What may have happened to a number that is one. */
  private static String reason(ParserRun run, String value) {
    if (run.end().startsWith("INVALID")) {
      return value.length() > 1 && value.startsWith("0")
          ? " Leading zeros do not change the number."
          : " It was refused. Are 0 and 9 among the digits? The\n"
              + "first byte is at start, and the one at end is no longer of the value.";
    }
    return run.requests().isEmpty()
        ? " It was taken for a larger number, and more is waited for.\n"
            + "The byte '5' is 53; a digit is worth ten times the one behind it."
        : " It was taken for a smaller number. A digit is worth ten times\nthe one behind it.";
  }

  @Test
  @Order(1)
  void digitsAreALength() {
    isLong("5", "hello", "GET /");
    isLong("0", "", "GET /");
    isLong("9", "good luck", "GET /");
    isLong("12", "Good evening", "");
    isLong("10", "good night", "GET /");
    isLong("0000000000000000000000005", "hello", "GET /");
  }

  @Test
  @Order(2)
  void aSignIsRefused() {
    isRefused("+5", "A plus sign is no digit. One reader may take it for 5, another for nothing.");
    isRefused("-5", "A length is never below zero, and a minus sign is no digit.");
    isRefused("-0", "A minus sign is no digit.");
  }

  @Test
  @Order(3)
  void whatIsNoNumberIsRefused() {
    isRefused("five", "Letters are no digits.");
    isRefused("0x5", "Only decimal digits count.");
    isRefused("5.0", "A point is no digit.");
    isRefused("5e0", "A letter is no digit.");
    isRefused("5,5", "A comma makes two values of it, and two lengths are refused.");
    isRefused("5;", "What stands behind the digits counts as well.");
    isRefused("/5", "The byte before '0' is no digit.");
    isRefused("5:", "The byte behind '9' is no digit.");
    isRefused("\u00b2", "A superscript two is no digit.");
    isRefused("\u00b5", "A byte above 0x7f is no digit.");
  }

  @Test
  @Order(4)
  void aBlankInsideIsRefused() {
    isRefused("1 2", "A blank in the middle: one reader may see 1, another 12.");
    isRefused("1\t2", "A tab in the middle is no digit.");
  }

  @Test
  @Order(5)
  void anEmptyValueIsRefused() {
    isRefused("", "An empty value is no length, and no zero.");
    isRefused("  ", "The blanks around a value do not count. What is left here is empty.");
  }

  @Test
  @Order(6)
  void aNumberThatNoLongHoldsIsRefused() {
    String mistake = "No long holds this number. What is left of it after it wrapped is another.";
    isRefused("9223372036854775808", mistake);
    isRefused("18446744073709551621", mistake);
    isRefused("99999999999999999999999999999999999999", mistake);
    isRefused("36893488147419103237", mistake);
  }

  @Test
  @Order(7)
  void theLargestLongIsALength() {
    isTooLarge("4294967301", "is more than an int holds, and a length all the same");
    isTooLarge("9223372036854775807", "is a long, and so is a length");
    isTooLarge("9223372036854775799", "is a long, and so is a length");
  }

  private static void isTooLarge(String value, String why) {
    ParserRun run = parsed("Content-Length: " + value + "\r\n", "hello", value + " " + why + ".");
    that(
        run.end().startsWith("INVALID 413"),
        value
            + " "
            + why
            + ": only larger than this\n"
            + "server allows, so the answer is 413. The parser understood:\n"
            + "  "
            + run);
  }

  @Test
  @Order(8)
  void aSecondLengthIsRefused() {
    areRefused(
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Two lengths: one reader takes the first, another the last.");
    areRefused(
        "Content-Length: 5\r\nX: y\r\nContent-Length: 5\r\n",
        "A second length is refused, even if it says the same.");
    areRefused("Content-Length: 0\r\nContent-Length: 5\r\n", "0 is a length, and 5 a second one.");
    areRefused("Content-Length: 0\r\nContent-Length: 0\r\n", "0 is a length like any other.");
    areRefused(
        "Content-Length: +5\r\nContent-Length: 5\r\n",
        "What was refused stays refused, whatever comes behind it.");
  }

  @Test
  @Order(9)
  void theNextRequestBeginsAnew() {
    String one = START + "Content-Length: 2\r\n\r\nab";
    ParserRun run = ParserRun.of(one + one);
    that(
        run.requests().size() == 2,
        "Two requests on one connection, each with a length of its own. The parser\n"
            + "understood:\n  "
            + run);
  }
}
