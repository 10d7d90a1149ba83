package manor.tutor.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a student works: the exercises, the student's files, and how far the student has come.
 *
 * @param catalog the exercises
 * @param sheets the student's files
 * @param progress how far the student has come
 */
public record Workbench(Catalog catalog, Worksheets sheets, Progress progress) {
  /**
   * That of a copy of the repository.
   *
   * @param home its root
   */
  public static Workbench at(Path home) throws IOException {
    Catalog catalog = Catalog.ofThisProgram();
    Worksheets sheets = new Worksheets(home, catalog);
    return new Workbench(catalog, sheets, Progress.read(sheets.folder()));
  }

  /** The exercise the student is at: where the student went last, else the first that is open. */
  public Exercise current() {
    return progress.now().flatMap(catalog::find).orElseGet(() -> firstOpen().orElseGet(this::last));
  }

  /** The first exercise that has not been passed. */
  public Optional<Exercise> firstOpen() {
    return catalog.all().stream().filter(this::isOpen).findFirst();
  }

  /** The next open exercise after one, or else the first open one. */
  public Optional<Exercise> nextOpen(Exercise from) {
    return catalog.all().stream()
        .skip(catalog.placeOf(from))
        .filter(this::isOpen)
        .findFirst()
        .or(() -> firstOpen().filter(first -> !first.equals(from)));
  }

  /** Whether an exercise has not been passed yet. */
  public boolean isOpen(Exercise exercise) {
    return !progress.of(exercise).passed();
  }

  /** How many have been passed. */
  public int passed() {
    return (int) catalog.all().stream().filter(exercise -> !isOpen(exercise)).count();
  }

  private Exercise last() {
    return catalog.all().get(catalog.all().size() - 1);
  }
}
