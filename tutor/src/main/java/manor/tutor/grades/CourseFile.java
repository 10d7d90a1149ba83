package manor.tutor.grades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;

/**
 * Which exercises count, and for how much: a line for each, and perhaps the seal of the tree that
 * is to judge.
 *
 * <pre>
 *   # Networks, third week
 *   modify-interest   10
 *   rearm-oneshot     20
 *   grader sha256:5f0c...
 * </pre>
 *
 * @param points the exercises in the order of the file, with their points
 * @param seal the digest that {@link GraderSources} should find; empty if none is asked for
 */
public record CourseFile(Map<Exercise, Integer> points, String seal) {
  /**
   * Reads a course.
   *
   * @throws IOException if the file cannot be read, or has a line that makes no sense
   */
  public static CourseFile read(Path file, Catalog catalog) throws IOException {
    Map<Exercise, Integer> points = new LinkedHashMap<>();
    String seal = "";
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
      if (words[0].equals("grader") && words.length == 2) {
        seal = words[1];
      } else if (!words[0].isEmpty()) {
        Exercise exercise = exercise(catalog, words[0], file, number);
        points.put(exercise, points(exercise, words, file, number));
      }
    }
    if (points.isEmpty()) {
      throw new IOException(file + " names no exercise");
    }
    return new CourseFile(points, seal);
  }

  private static Exercise exercise(Catalog catalog, String id, Path file, int number)
      throws IOException {
    return catalog
        .find(id)
        .orElseThrow(
            () -> new IOException(file + ", line " + number + ": there is no exercise " + id));
  }

  private static int points(Exercise exercise, String[] words, Path file, int number)
      throws IOException {
    if (words.length == 1) {
      return exercise.points();
    }
    if (words.length == 2 && words[1].matches("\\d{1,6}")) {
      return Integer.parseInt(words[1]);
    }
    throw new IOException(
        file + ", line " + number + ": an exercise and its points, as in: modify-interest 10");
  }
}
