package manor.tutor.grades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import manor.tutor.workbench.Exercise;

/**
 * Where students' work is: a folder for each, which is a clone of the repository, or its {@code
 * exercises} folder, or only the {@code work} in it. Of a folder nothing is used but the files that
 * the exercises name; links are not followed.
 */
public final class SubmissionFolders {
  private static final long MOST_BYTES = 1 << 20;
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

  /** What a student has handed in for an exercise, if anything. */
  public static Optional<String> text(Path student, Exercise exercise) throws IOException {
    for (String place : PLACES) {
      Path file = student.resolve(place).resolve(exercise.id()).resolve(exercise.fileName());
      if (isWithin(student, file)) {
        return Optional.of(read(file));
      }
    }
    return Optional.empty();
  }

  private static boolean isWithin(Path student, Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && file.toRealPath().startsWith(student.toRealPath())
        && Files.size(file) <= MOST_BYTES;
  }

  /** A student's file, whatever bytes are in it. */
  public static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
