package manor.tutor.grader;

import manor.exercises.Stumble;
import manor.tutor.workbench.Exercise;

/** What to say of an exception that no test expected. */
final class ExceptionWords {
  private ExceptionWords() {}

  static String of(String type, String message, Exercise exercise) {
    String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    return switch (name) {
      case "StackOverflowError" -> "Your code calls itself without an end (StackOverflowError).";
      case "OutOfMemoryError" -> "Your code asks for more memory than there is: " + message;
      case "NoSuchMethodError",
          "NoSuchFieldError",
          "IncompatibleClassChangeError",
          "AbstractMethodError",
          "IllegalAccessError" ->
          exercise.fileName() + " no longer has something that others call: " + message;
      case "NoClassDefFoundError" ->
          "A class could not be made ready: " + message + ". Is a static initialiser failing?";
      default -> Stumble.inWords(name, message);
    };
  }
}
