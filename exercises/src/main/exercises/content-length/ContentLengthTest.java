package manor.exercises.contentlength;

import static org.junit.jupiter.api.Assertions.fail;

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
      if (thrown.getClass().getName().startsWith("manor.exercises.")) {
        throw thrown;
      }
      return fail(
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
    if (!run.end().startsWith("INVALID 400")) {
      fail(
          mistake
              + "\n  "
              + Caret.visible(fields)
              + "\nIt has to be refused with 400. The parser understood:\n  "
              + run);
    }
  }

  private static void isLong(String value, String body, String rest) {
    String zeros = value.startsWith("00") ? "\nLeading zeros do not change the number." : "";
    String mistake = "\"Content-Length: " + value + "\" is sound." + zeros;
    ParserRun run = parsed("Content-Length: " + value + "\r\n", body + rest, mistake);
    if (run.requests().isEmpty() || !run.requests().get(0).equals("POST / [" + body + "]")) {
      fail(mistake + "\nThe body is \"" + body + "\".\nThe parser understood:\n  " + run);
    }
  }

  @Test
  @Order(1)
  void digitsAreALength() {
    isLong("5", "hello", "GET /");
    isLong("0", "", "GET /");
    isLong("12", "Good evening", "");
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
    ParserRun run = parsed("Content-Length: 4294967301\r\n", "hello", "More than an int holds.");
    if (!run.end().startsWith("INVALID 413")) {
      fail(
          "4294967301 is more than an int holds, and a length all the same: too large for this\n"
              + "server, so the answer is 413. The parser understood:\n  "
              + run);
    }
    String fields = "Content-Length: 9223372036854775807\r\n";
    run = parsed(fields, "", "The largest long.");
    if (!run.end().startsWith("INVALID 413")) {
      fail(
          "9223372036854775807 is a long, and so is a length; only larger than this server\n"
              + "allows, so the answer is 413. The parser understood:\n  "
              + run);
    }
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
    if (run.requests().size() != 2) {
      fail(
          "Two requests on one connection, each with a length of its own. The parser\n"
              + "understood:\n  "
              + run);
    }
  }
}
