package manor.exercises.chunked;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import manor.exercises.Caret;
import manor.http.Limits;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The decoder by itself, looked into: which state it is in behind each byte. */
@TestMethodOrder(OrderAnnotation.class)
class DecoderStepsTest {
  private static final List<String> STATES =
      List.of(
          "SIZE",
          "EXTENSION",
          "SIZE_LINE_FEED",
          "DATA",
          "DATA_CR",
          "DATA_LINE_FEED",
          "TRAILERS",
          "DONE",
          "INVALID");

  private static final String STAYS =
      "fail sets the state, and whatever is decided afterwards may not change it.";

  private final Class<?> type = Class.forName("manor.http.ChunkedDecoder");
  private final Method parse =
      type.getDeclaredMethod("parse", ByteBuffer.class, int.class, int.class);
  private final Object decoder;
  private String bytes = "";
  private int at;

  DecoderStepsTest() throws ReflectiveOperationException {
    Constructor<?> maker = type.getDeclaredConstructor(Limits.class);
    Method reset = type.getDeclaredMethod("reset");
    for (AccessibleObject hidden : List.of(maker, reset, parse)) {
      hidden.setAccessible(true);
    }
    decoder = maker.newInstance(Limits.DEFAULT);
    reset.invoke(decoder);
  }

  private Object field(String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(decoder);
  }

  /** Has these bytes parsed, from where the last parse came to; answers how far this one came. */
  private int parse(String more) throws ReflectiveOperationException {
    bytes += more;
    ByteBuffer all = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    try {
      at = (int) parse.invoke(decoder, all, at, bytes.length());
      return at;
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw thrown;
    }
  }

  /** One byte more; then it is in this state. */
  private void step(char octet, String state, String why) throws ReflectiveOperationException {
    int before = at;
    parse(String.valueOf(octet));
    String now = STATES.get((int) field("state"));
    String place = "\n" + Caret.under(bytes, before, "behind this byte") + "\n";
    that(
        at <= bytes.length() && (int) field("contentEnd") <= bytes.length(),
        "One byte had come, and data took more for content: no more than from at to end." + place);
    equal(state, now, why + place + "The state:");
    equal(bytes.length(), at, "Byte after byte is used, and this one was not." + place + "Used:");
  }

  private void sizeIs(long expected, String why) throws ReflectiveOperationException {
    equal(
        expected,
        field("size"),
        why + "\n" + Caret.under(bytes, bytes.length(), "here") + "\nsize:");
  }

  @Test
  @Order(1)
  void aSizeGrowsDigitByDigit() throws ReflectiveOperationException {
    step('5', "SIZE", "5 is a digit of the size.");
    sizeIs(5, "The first digit is the size so far.");
    equal(
        1,
        field("digits"),
        "digits counts the digits, so that afterSize can tell if there was one.");
    step('a', "SIZE", "a is a digit of the size: it is hexadecimal.");
    sizeIs(
        0x5a, "5a is 90: every further digit makes the size sixteen times as large, and is added.");
    parse("bcdef012");
    sizeIs(0x5abcdef012L, "size is a long, and no int on its way holds this number.");
  }

  @Test
  @Order(2)
  void theLineOfASize() throws ReflectiveOperationException {
    step('2', "SIZE", "2 is a digit of the size.");
    step('\r', "SIZE_LINE_FEED", "CR is no digit: it goes to afterSize, and ends the size.");
    step('\n', "DATA", "LF ends the line of the size, and the size is not 0.");
    sizeIs(2, "Two bytes of the chunk are still to come.");
  }

  @Test
  @Order(3)
  void theLineOfTheLastSize() throws ReflectiveOperationException {
    step('0', "SIZE", "0 is a digit of the size.");
    step('\r', "SIZE_LINE_FEED", "CR is no digit: it goes to afterSize, and ends the size.");
    step('\n', "TRAILERS", "LF ends the line of the size. Size 0 is the last: then come TRAILERS.");
  }

  @Test
  @Order(4)
  void theLineOfASizeWithAnExtension() throws ReflectiveOperationException {
    step('5', "SIZE", "5 is a digit of the size.");
    step(';', "EXTENSION", "What is neither digit nor CR begins an extension.");
    step('a', "EXTENSION", "extension has to look at the first byte too: it was a semicolon.");
    step('\r', "SIZE_LINE_FEED", "CR ends the extension, and the line.");
    sizeIs(5, "What stands in an extension is no digit of the size.");
  }

  @Test
  @Order(5)
  void aChunkInOnePiece() throws ReflectiveOperationException {
    int used = parse("5\r\nhello\r\n0\r\n");
    String chunk = "\n" + Caret.under(bytes, 3, "byte 3");
    equal(
        "3 to 8",
        field("contentStart") + " to " + field("contentEnd"),
        "contentStart is the first byte of content, contentEnd the first behind it." + chunk);
    equal(8, used, "data answers the first byte that it did not use." + chunk);
  }

  @Test
  @Order(6)
  void aChunkByteByByte() throws ReflectiveOperationException {
    parse("2\r\n");
    step(
        'h',
        "DATA",
        "One of two bytes of the chunk has come: the other follows, in a piece of its own.");
    sizeIs(1, "One of two bytes has come: size is what is still to come.");
    step('i', "DATA_CR", "The last byte of the chunk has come. Behind it stands CR.");
    step('\r', "DATA_LINE_FEED", "CR stands behind the chunk, and then LF.");
    step('\n', "SIZE", "Behind the chunk comes the next size.");
  }

  @Test
  @Order(7)
  void whatIsRefusedStaysRefused() throws ReflectiveOperationException {
    parse("2\r");
    step('x', "INVALID", "Behind CR comes LF. " + STAYS);
  }

  @Test
  @Order(8)
  void soItIsBehindTheLastSize() throws ReflectiveOperationException {
    parse("0\r");
    step('x', "INVALID", "Behind CR comes LF, behind the last size, too. " + STAYS);
  }

  @Test
  @Order(9)
  void soItIsWithTooLargeABody() throws ReflectiveOperationException {
    parse("10000001\r");
    step('\n', "INVALID", "All chunks together are more than limits.body(): refused. " + STAYS);
  }
}
