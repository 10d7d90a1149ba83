package manor.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookoutTest {
  @TempDir Path home;

  @Test
  void tellsOnceThatAPageHasChanged() throws IOException {
    Path page = page("index.adoc");
    Lookout lookout = new Lookout(home);
    assertFalse(lookout.changed());
    Files.setLastModifiedTime(page, FileTime.fromMillis(1_000));
    assertTrue(lookout.changed());
    assertFalse(lookout.changed());
  }

  @Test
  void tellsOfPagesThatComeAndGo() throws IOException {
    Lookout lookout = new Lookout(home);
    Path page = page("index.adoc");
    assertTrue(lookout.changed());
    Files.delete(page);
    assertTrue(lookout.changed());
  }

  @Test
  void doesNotMindWhatTheBuildMakes() throws IOException {
    Lookout lookout = new Lookout(home);
    Files.createDirectories(home.resolve("chapter1-door/target"));
    Files.writeString(home.resolve("chapter1-door/target/index.html"), "new");
    assertFalse(lookout.changed());
  }

  private Path page(String name) throws IOException {
    Path page = home.resolve("chapter1-door/src/docs/en").resolve(name);
    Files.createDirectories(page.getParent());
    return Files.writeString(page, "= The door\n");
  }
}
