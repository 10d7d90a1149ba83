package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedTypeCase.class)
class PlaysTest {
  private static final String PAGE = "chapter1-door/src/docs/en/index.adoc";
  private static final String RECORDING = "chapter1-door/src/docs/en/recordings/knock.jsonl";

  @TempDir Path home;
  private final TypeCase type;

  PlaysTest(TypeCase type) {
    this.type = type;
  }

  @Test
  void everyRunStillGoesAsItsRecordingSays() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    Plays plays = new Plays(Plays.ALL);
    for (String name : plays.names()) {
      Path file = root.resolve(name.replace("/", "/src/docs/en/recordings/") + ".jsonl");
      int step = plays.firstDifference(name, Files.readString(file));
      assertEquals(0, step, () -> file + ":" + step + "\n" + plays.written(name));
    }
  }

  @Test
  void everyRunGoesTheSameWayTwice() {
    for (String name : Plays.ALL.keySet()) {
      assertEquals(new Plays(Plays.ALL).steps(name), new Plays(Plays.ALL).steps(name));
    }
  }

  @Test
  void aStepIsWrittenDownByItsMethodAndPlayedByItsLine() {
    Plays plays = new Plays(Map.of("chapter1-door/knock", play("thrice")));
    String step = plays.steps("chapter1-door/knock").get(0);
    assertTrue(step.matches(".*\"at\":\"PlaysTest\\.play:\\d+\"}"), step);
    assertTrue(
        plays.written("chapter1-door/knock").endsWith("\"at\":\"PlaysTest.play\"}\n"),
        plays.written("chapter1-door/knock"));
  }

  @Test
  void aStaleRecordingIsAFaultAndSaysHowToRecordAnew() throws IOException {
    write("{\"step\":1}\n");
    String told = assertThrows(BookException.class, () -> press("thrice").draw()).getMessage();
    assertTrue(told.contains(PAGE + ":3: " + RECORDING + ":1: the run goes another way"), told);
    assertTrue(told.contains("./manor book --record"), told);
  }

  @Test
  void recordingWritesDownHowTheRunGoesNow() throws IOException {
    write("{\"step\":1}\n");
    press("twice").record();
    press("twice").draw();
    String page = Files.readString(home.resolve("docs-site/target/book/chapter1.html"));
    assertTrue(page.contains("\"words\":\"He knocks twice.\""), page);
    assertThrows(BookException.class, () -> press("thrice").draw());
  }

  @Test
  void aRecordingThatNobodyPlaysIsAFault() throws IOException {
    write("{\"step\":1}\n");
    BookPress press = new BookPress(home, type, Map.of(), Map.of());
    String told = assertThrows(BookException.class, press::draw).getMessage();
    assertTrue(told.contains(PAGE + ":3: no run is played as chapter1-door/knock"), told);
  }

  /** While somebody writes, the code that runs is the code of before. */
  @Test
  void aLineIsFoundAgainWhereItHasMovedTo() {
    Plays plays = new Plays(Map.of());
    assertEquals(2, plays.lineNow("Door", 2, List.of("open();", "knock();", "close();")));
    assertEquals(4, plays.lineNow("Door", 2, List.of("open();", "a();", "b();", "knock();")));
    assertEquals(1, plays.lineNow("Door", 2, List.of("knock();", "close();")));
    assertEquals(2, plays.lineNow("Door", 2, List.of("gone();", "close();")));
  }

  private BookPress press(String times) {
    return new BookPress(home, type, Map.of(), Map.of("chapter1-door/knock", play(times)));
  }

  private static Plays.Play play(String times) {
    return (recorder, kernel) -> recorder.say("He knocks " + times + ".");
  }

  private void write(String recording) throws IOException {
    Files.createDirectories(home.resolve(RECORDING).getParent());
    Files.writeString(home.resolve(RECORDING), recording);
    Files.writeString(home.resolve(PAGE), "= The door\n\nplayer::knock[He knocks]\n");
    Path index = home.resolve("docs-site/src/docs/en/index.adoc");
    Files.createDirectories(index.getParent());
    Files.writeString(index, "= A house\n");
  }
}
