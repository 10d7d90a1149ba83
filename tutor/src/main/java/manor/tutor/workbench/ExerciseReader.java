package manor.tutor.workbench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Reads an {@code exercise.properties}. Whatever is missing or misspelt is named. */
final class ExerciseReader {
  private static final List<String> KNOWN =
      List.of(
          "order",
          "title",
          "chapter",
          "kind",
          "points",
          "book",
          "tests",
          "replaces",
          "region",
          "file",
          "allow",
          "without");

  private final String id;
  private final Properties properties = new Properties();

  private ExerciseReader(String id, String text) {
    this.id = id;
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Exercise read(String id, String text) {
    ExerciseReader reader = new ExerciseReader(id, text);
    reader.refuseStrangers();
    return reader.exercise();
  }

  private void refuseStrangers() {
    for (String name : properties.stringPropertyNames()) {
      if (!KNOWN.contains(name)) {
        throw broken("there is no property " + name + "; there are " + String.join(", ", KNOWN));
      }
    }
  }

  private Exercise exercise() {
    List<String> tests = words(need("tests"));
    boolean fragment = properties.containsKey("replaces");
    return new Exercise(
        id,
        number("order"),
        need("title"),
        chapter(),
        kind(),
        number("points"),
        need("book"),
        tests,
        fragment ? replaced() : ownPackage(tests) + "." + fileStem(),
        fragment ? need("region") : "",
        words(properties.getProperty("allow", "")),
        words(properties.getProperty("without", "")));
  }

  private int chapter() {
    int chapter = number("chapter");
    if (!Layers.isChapter(chapter)) {
      throw broken("there is no chapter " + chapter);
    }
    return chapter;
  }

  /** What lies below the exercise's chapter is loaded once for all runs, as the house has it. */
  private String replaced() {
    String name = need("replaces");
    if (Layers.below(chapter()).stream().anyMatch(room -> isIn(name, room))) {
      throw broken(
          name
              + " belongs to a chapter below chapter "
              + chapter()
              + ", and the student's would never be run: give the chapter of the class it replaces");
    }
    return name;
  }

  private static boolean isIn(String className, String room) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.'))).equals(room);
  }

  private ExerciseKind kind() {
    String word = need("kind");
    return Arrays.stream(ExerciseKind.values())
        .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> broken("there is no kind " + word));
  }

  /** A whole file lies in the package of the exercise's first test. */
  private String ownPackage(List<String> tests) {
    String test = tests.get(0).replaceFirst("#.*", "");
    return test.substring(0, test.lastIndexOf('.'));
  }

  private String fileStem() {
    String file = need("file");
    if (!file.endsWith(".java")) {
      throw broken("file must end in .java");
    }
    return file.substring(0, file.length() - ".java".length());
  }

  private String need(String name) {
    String value = properties.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw broken("property " + name + " is missing");
    }
    return value;
  }

  private int number(String name) {
    try {
      return Integer.parseInt(need(name));
    } catch (NumberFormatException e) {
      throw broken("property " + name + " must be a number");
    }
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  private BrokenExerciseException broken(String message) {
    return new BrokenExerciseException("exercise " + id + ": " + message);
  }
}
