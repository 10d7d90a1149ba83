package manor.tutor.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The student's own files: {@code exercises/work/ID/File.java}. A file is made once, from the stub,
 * and never written over.
 */
public final class Worksheets {
  private final Path folder;
  private final Catalog catalog;

  /**
   * The student's files below the root of the repository.
   *
   * @param home the root
   */
  public Worksheets(Path home, Catalog catalog) {
    this.folder = home.resolve("exercises/work");
    this.catalog = catalog;
  }

  /** The folder of all of them. */
  public Path folder() {
    return folder;
  }

  /** Where an exercise's file is, or would be. */
  public Path file(Exercise exercise) {
    return folder.resolve(exercise.id()).resolve(exercise.fileName());
  }

  /** Makes the file from the stub if it is not there. */
  public Path ensure(Exercise exercise) throws IOException {
    Path file = file(exercise);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      write(file, catalog.stub(exercise));
    }
    return file;
  }

  /**
   * Begins anew: the stub takes the file's place.
   *
   * @return where what stood there is kept
   */
  public Path reset(Exercise exercise) throws IOException {
    Path file = ensure(exercise);
    Path kept = freeName(file);
    Files.copy(file, kept);
    write(file, catalog.stub(exercise));
    return kept;
  }

  private static Path freeName(Path file) {
    int number = 1;
    Path kept;
    do {
      kept = file.resolveSibling(file.getFileName() + ".kept-" + number++);
    } while (Files.exists(kept));
    return kept;
  }

  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
