package manor.tutor.grades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import manor.tutor.workbench.Catalog;
import manor.tutor.workbench.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at of all that a student may have handed in. */
class HandInTest {
  private final Exercise exercise = Catalog.ofThisProgram().find("modify-interest").orElseThrow();

  @TempDir private Path clone;

  private Path file(String name, String text) throws IOException {
    Path file = clone.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private HandIn found() {
    return SubmissionFolders.find(clone, exercise);
  }

  private void refused(String why) {
    assertEquals(Optional.empty(), found().text());
    assertTrue(found().refused().endsWith(why), found()::refused);
  }

  @Test
  void aPlainFileIsRead() throws IOException {
    file(exercise.workName(), "mine");
    assertEquals(Optional.of("mine"), found().text());
  }

  @Test
  void whereNothingLiesNothingIsRefused() {
    assertEquals(new HandIn(Optional.empty(), ""), found());
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheText() throws IOException {
    file(exercise.workName(), "\ufeffmine");
    assertEquals(Optional.of("mine"), found().text());
  }

  @Test
  void aLinkToTheChaptersOwnFileIsNotFollowed() throws IOException {
    Path solution = file("chapter2-epoll/src/main/java/manor/epoll/Epoll.java", "solution");
    Path work = clone.resolve("exercises/work/modify-interest");
    Files.createDirectories(work);
    Files.createSymbolicLink(work.resolve("Epoll.java"), solution);
    refused("Links are not followed.");
  }

  @Test
  void aFolderThatIsALinkIsNotFollowedEither() throws IOException {
    Path solution = file("chapter2-epoll/src/main/java/manor/epoll/Epoll.java", "solution");
    Path work = clone.resolve("exercises/work");
    Files.createDirectories(work);
    Files.createSymbolicLink(work.resolve("modify-interest"), solution.getParent());
    refused("Links are not followed.");
  }

  @Test
  void aFolderIsNoAnswer() throws IOException {
    Files.createDirectories(clone.resolve(exercise.workName()));
    refused("is no plain file. Links are not followed.");
  }

  @Test
  void aFileOfManyMegabytesIsNotRead() throws IOException {
    file(exercise.workName(), "/".repeat(1 << 21));
    refused("is longer than a megabyte.");
  }
}
