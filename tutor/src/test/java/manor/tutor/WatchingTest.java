package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Pupils;
import manor.tutor.workbench.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student at work, on lines instead of a screen. */
class WatchingTest {
  @TempDir private Path home;

  private final StringWriter out = new StringWriter();

  private String typed(String keys) throws IOException, InterruptedException {
    Terminal terminal = Typed.plain(out, new StringWriter());
    Workbench bench = Workbench.at(home);
    bench.progress().goTo(bench.catalog().find("modify-interest").orElseThrow());
    try (Grader grader = new Grader(bench.catalog(), new Pupils(Pupils.Keeping.WARM))) {
      new Watching(bench, grader, new LineView(terminal), terminal, home)
          .run(new WatchKeys(new StringReader(keys), true));
    }
    return out.toString();
  }

  @Test
  void theTaskIsShownFirst() throws IOException, InterruptedException {
    String shown = typed("q");
    assertTrue(shown.contains("still to do"), shown);
    assertTrue(shown.contains("Write the body of Epoll.modifyInterest."), shown);
    assertTrue(shown.contains("Edit and save exercises/work/modify-interest/Epoll.java"), shown);
  }

  @Test
  void hintsComeOneByOne() throws IOException, InterruptedException {
    String shown = typed("hhq");
    assertTrue(shown.contains("Hint 1 of 3"), shown);
    assertTrue(shown.contains("Hint 2 of 3"), shown);
    assertEquals(-1, shown.indexOf("Hint 3 of 3"));
  }

  @Test
  void aResetAsksFirst() throws IOException, InterruptedException {
    Path file = home.resolve("exercises/work/modify-interest/Epoll.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");
    typed("yrxq");
    assertEquals("mine", Files.readString(file));
    String shown = typed("ryq");
    assertTrue(shown.contains("is kept: exercises/work/modify-interest/Epoll.java.kept-1"), shown);
    assertTrue(Files.readString(file).contains("Todo.yours"));
  }

  @Test
  void anOpenExerciseIsNotLeftByOneKey() throws IOException, InterruptedException {
    assertTrue(typed("nq").contains("modify-interest"));
    assertEquals("modify-interest", Workbench.at(home).current().id());
  }

  @Test
  void everythingFitsEightyColumns() throws IOException, InterruptedException {
    String shown = typed("htlbrxsq");
    assertEquals("", shown.lines().filter(line -> line.length() > 80).findFirst().orElse(""));
    assertEquals(-1, shown.indexOf('\033'));
  }
}
