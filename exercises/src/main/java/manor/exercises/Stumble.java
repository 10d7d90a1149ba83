package manor.exercises;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an exception of the JDK means, in a sentence for whoever wrote the line it came from. */
public final class Stumble {
  private static final Pattern NULL = Pattern.compile("because \"([^\"]+)\" is null");
  private static final Pattern INDEX =
      Pattern.compile(
          "index (out of range: )?(?<index>-?\\d+)(.*length:? (?<length>\\d+))?",
          Pattern.CASE_INSENSITIVE);

  private Stumble() {}

  /** What this one means, with its name behind it. */
  public static String inWords(Throwable thrown) {
    String message = thrown.getMessage();
    return inWords(thrown.getClass().getSimpleName(), message == null ? "" : message);
  }

  /**
   * The same of one that was thrown elsewhere.
   *
   * @param name its simple name
   * @param message its message, or nothing
   */
  public static String inWords(String name, String message) {
    String meaning = meaning(name, message);
    return meaning.isEmpty()
        ? name + (message.isEmpty() ? "" : ": " + message)
        : meaning + "\n(" + name + (message.isEmpty() ? "" : ": " + message) + ")";
  }

  private static String meaning(String name, String message) {
    return switch (name) {
      case "NullPointerException" -> ofNull(message);
      case "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "IndexOutOfBoundsException" ->
          ofIndex(message);
      case "BufferUnderflowException" -> "More was taken from a buffer than is left in it.";
      case "BufferOverflowException" -> "More was put into a buffer than there is room for.";
      case "NegativeArraySizeException" ->
          "An array of " + message + " elements was asked for. Is that number a count at all?";
      case "NumberFormatException" -> "A text was taken for a number, and it is none.";
      case "ArithmeticException" -> "A number was divided by zero, or grew too large for its type.";
      case "ClassCastException" -> "A value was taken for something that it is not.";
      case "NoSuchElementException" -> "An element was asked for where there is none left.";
      case "ConcurrentModificationException" ->
          "A collection was changed while a loop was still going over it.";
      case "IllegalMonitorStateException" ->
          "wait and notify belong inside synchronized, on the same object.";
      default -> "";
    };
  }

  private static String ofNull(String message) {
    Matcher because = NULL.matcher(message);
    return because.find()
        ? because.group(1) + " is null, and was used as if somebody had put a value there."
        : "Something is null that must not be.";
  }

  private static String ofIndex(String message) {
    Matcher asked = INDEX.matcher(message);
    if (!asked.find()) {
      return "A place was asked for that is not there.";
    }
    String length = asked.group("length");
    String places =
        length == null
            ? "it is not there"
            : length.equals("0")
                ? "nothing is there"
                : "the last is " + (Long.parseLong(length) - 1);
    return "Place " + asked.group("index") + " was asked for, and " + places + ".";
  }
}
