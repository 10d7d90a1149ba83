package manor.tutor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever writes an exercise and misses a step is told which. */
class ExerciseReaderTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "order", "201",
          "title", "Ask for something else",
          "chapter", "2",
          "kind", "build",
          "points", "1",
          "book", "chapter2.html#the-list",
          "tests", "manor.exercises.else.ElseTest",
          "replaces", "manor.epoll.Epoll",
          "region", "modify-interest");

  /** The sound one, with another value or two. */
  private static Exercise reading(String... changes) {
    Map<String, String> properties = new TreeMap<>(SOUND);
    for (int i = 0; i < changes.length; i += 2) {
      properties.put(changes[i], changes[i + 1]);
    }
    StringBuilder text = new StringBuilder();
    properties.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return ExerciseReader.read("else", text.toString());
  }

  private static String complaint(String name, String value) {
    return assertThrows(BrokenExerciseException.class, () -> reading(name, value)).getMessage();
  }

  @Test
  void whatIsSoundIsReadAsItStands() {
    Exercise exercise = reading("title", "Another");
    assertEquals("manor.epoll.Epoll", exercise.className());
    assertEquals("chapter2.html#the-list", exercise.book());
  }

  @Test
  void anAnswerThatWouldNeverBeRunIsRefused() {
    assertEquals(
        "exercise else: manor.epoll.Epoll belongs to a chapter below chapter 4, and the student's"
            + " would never be run: give the chapter of the class it replaces",
        complaint("chapter", "4"));
    assertEquals("manor.io.Book", reading("chapter", "5", "replaces", "manor.io.Book").className());
  }

  @Test
  void aChapterThatIsNotThereIsNamed() {
    assertEquals("exercise else: there is no chapter 6", complaint("chapter", "6"));
    assertEquals("exercise else: property chapter must be a number", complaint("chapter", "two"));
  }

  @Test
  void whatIsMissingOrMisspeltIsNamed() {
    assertEquals("exercise else: property title is missing", complaint("title", ""));
    assertEquals("exercise else: there is no kind bild", complaint("kind", "bild"));
    assertEquals(
        0, complaint("regoin", "x").indexOf("exercise else: there is no property regoin;"));
  }
}
