package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manor.tutor.grader.Grader;
import manor.tutor.grader.Pupils;
import manor.tutor.workbench.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student at work, on lines instead of a screen. */
class WatchingTest {
  @TempDir private Path home;

  private final StringWriter out = new StringWriter();

  private final Terminal terminal = Typed.plain(out, new StringWriter());

  private String typed(String keys) throws IOException, InterruptedException {
    return typed(keys, new LineView(terminal));
  }

  private String typed(String keys, WatchView view) throws IOException, InterruptedException {
    Workbench bench = Workbench.at(home);
    bench.progress().goTo(bench.catalog().find("modify-interest").orElseThrow());
    try (Grader grader = new Grader(bench.catalog(), new Pupils(Pupils.Keeping.WARM))) {
      new Watching(bench, grader, view, terminal, home)
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
    assertTrue(shown.contains("kept:\nexercises/work/modify-interest/Epoll.java.kept-1\n"), shown);
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

  /** A view whose window changes once after every page, and that keeps what it was shown. */
  private static final class Resized implements WatchView {
    private final List<String> shown = new ArrayList<>();
    private boolean stale;

    @Override
    public int width() {
      return 78;
    }

    @Override
    public void show(WatchPage page) {
      shown.add("shown " + page.next());
      stale = true;
    }

    @Override
    public void renew(WatchPage page) {
      shown.add("renewed " + page.next());
      stale = false;
    }

    @Override
    public void begin(WatchPage page) {}

    @Override
    public void busy() {
      shown.add("busy");
    }

    @Override
    public boolean isStale() {
      return stale;
    }
  }

  @Test
  void aQuestionStandsAndIsAnsweredWhenTheWindowHasChanged()
      throws IOException, InterruptedException {
    Resized view = new Resized();
    typed("ryq", view);
    String question = "y does it, any other key does not.";
    int asked = view.shown.indexOf("shown " + question);
    assertEquals("renewed " + question, view.shown.get(asked + 1), view.shown::toString);
    assertEquals("busy", view.shown.get(asked + 2), view.shown::toString);
    assertTrue(Files.exists(home.resolve("exercises/work/modify-interest/Epoll.java.kept-1")));
  }

  @Test
  void theKeysAreToldWhereThereIsNoScreen() throws IOException, InterruptedException {
    String shown = typed("hq");
    assertTrue(shown.contains("h hint   t task   n next   q quit"), shown);
    assertEquals(shown.indexOf("q quit"), shown.lastIndexOf("q quit"));
  }

  @Test
  void theWholeListIsThereAndSaysHowToGoElsewhere() throws IOException, InterruptedException {
    String shown = typed("lq");
    assertTrue(shown.contains("check-errno "), shown);
    assertTrue(shown.contains("break-the-bell "), shown);
    assertTrue(shown.contains("q, then ./manor watch ID"), shown);
  }
}
