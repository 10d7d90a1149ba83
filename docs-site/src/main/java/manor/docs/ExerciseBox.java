package manor.docs;

import static manor.docs.JavaPaint.escaped;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The place of an exercise in the book: what it is called, what it asks for, and what to type.
 * Where the book is served by {@code ./manor serve}, the page's script adds whether it has been
 * passed.
 */
final class ExerciseBox {
  private static final String EXERCISES = "exercises/src/main/exercises";

  private ExerciseBox() {}

  /**
   * Draws the box.
   *
   * @throws IllegalArgumentException when there is no such exercise
   */
  static String html(Path home, String id) {
    Properties exercise = read(home, id);
    String kind = exercise.getProperty("kind", "").toLowerCase(Locale.ROOT);
    String points = exercise.getProperty("points", "0");
    return """
        <figure class="exercise" data-exercise="%s"><figcaption>Exercise: %s</figcaption>\
        <p>%s, %s. Type <code>./manor watch %s</code> <span class="state"></span></p></figure>\
        """
        .formatted(
            escaped(id),
            escaped(exercise.getProperty("title", id)).replace("'", "’"),
            Character.toUpperCase(kind.charAt(0)) + kind.substring(1),
            points.equals("1") ? "1 point" : points + " points",
            escaped(id));
  }

  /**
   * Draws the boxes of a chapter's exercises, in their order.
   *
   * @param page the chapter's page, such as {@code chapter2.html}
   * @throws IllegalArgumentException when the chapter has none
   */
  static String ofChapter(Path home, String page) {
    String chapter = page.replaceAll("\\D", "");
    Map<Integer, String> boxes = new TreeMap<>();
    try (Stream<Path> folders = Files.list(home.resolve(EXERCISES))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String id = folder.getFileName().toString();
        Properties exercise = read(home, id);
        if (exercise.getProperty("chapter", "").equals(chapter)) {
          boxes.put(Integer.parseInt(exercise.getProperty("order", "0")), html(home, id));
        }
      }
    } catch (IOException missing) {
      throw new IllegalArgumentException("there is no folder " + EXERCISES, missing);
    }
    if (boxes.isEmpty()) {
      throw new IllegalArgumentException("chapter " + chapter + " has no exercises");
    }
    return String.join("", boxes.values());
  }

  private static Properties read(Path home, String id) {
    Path file = home.resolve(EXERCISES).resolve(id).resolve("exercise.properties");
    Properties exercise = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      exercise.load(reader);
    } catch (IOException missing) {
      throw new IllegalArgumentException("no exercise is called " + id, missing);
    }
    if (exercise.getProperty("kind", "").isBlank()) {
      throw new IllegalArgumentException("exercise " + id + " does not say its kind");
    }
    return exercise;
  }
}
