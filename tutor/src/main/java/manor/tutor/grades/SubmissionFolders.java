package manor.tutor.grades;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import manor.tutor.workbench.Exercise;

/**
 * Where students' work is: a folder for each, which is a clone of the repository, or its {@code
 * exercises} folder, or only the {@code work} in it. Of a folder nothing is used but the files that
 * the exercises name; links are not followed.
 */
public final class SubmissionFolders {
  private static final List<String> PLACES = List.of("exercises/work", "work", "");

  private SubmissionFolders() {}

  /** The students' folders, in the order of their names. */
  public static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** What a student has handed in for an exercise. */
  public static HandIn find(Path student, Exercise exercise) {
    return PLACES.stream()
        .map(place -> student.resolve(place).resolve(exercise.id()).resolve(exercise.fileName()))
        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .map(file -> HandIn.of(student, file))
        .orElseGet(() -> HandIn.NOTHING);
  }
}
