package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFileTest {
  @TempDir private Path folder;
  private Path path;
  private SavedFile file;

  @BeforeEach
  void begin() throws IOException {
    path = Files.writeString(folder.resolve("Epoll.java"), "one");
    file = new SavedFile(path);
  }

  @Test
  void aFileThatNobodyTouchesHasNotChanged() {
    assertFalse(file.changed());
  }

  @Test
  void aSaveIsNoticedOnce() throws IOException {
    Files.writeString(path, "another");
    assertTrue(file.changed());
    assertFalse(file.changed());
  }

  @Test
  void aSaveOfTheSameLengthIsNoticed() throws IOException {
    Files.writeString(path, "two");
    Files.setLastModifiedTime(path, FileTime.fromMillis(1));
    assertTrue(file.changed());
  }

  @Test
  void aSaveByRenamingIsNoticed() throws IOException {
    FileTime before = Files.getLastModifiedTime(path);
    Path other = Files.writeString(folder.resolve(".swap"), "two");
    Files.setLastModifiedTime(other, before);
    Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
    assertTrue(file.changed());
  }

  @Test
  void aFileInTheMiddleOfASaveIsWaitedFor() throws IOException {
    Files.writeString(path, "");
    assertFalse(file.changed());
    Files.writeString(path, "all of it");
    assertTrue(file.changed());
  }

  @Test
  void aFileThatIsGoneForAMomentIsWaitedFor() throws IOException {
    Files.delete(path);
    assertFalse(file.changed());
    Files.writeString(path, "back");
    assertTrue(file.changed());
  }

  @Test
  void aFileThatStaysEmptyHasChanged() throws IOException {
    Files.writeString(path, "");
    boolean noticed = false;
    for (int look = 0; look < 20; look++) {
      noticed |= file.changed();
    }
    assertTrue(noticed);
  }
}
