package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@RealKernel
@ExtendWith(SharedTypeCase.class)
class RecordingsTest {
  private static final String PAGE = "chapter1-door/src/docs/en/index.adoc";
  private static final String TRANSCRIPT = "chapter1-door/src/docs/en/transcripts/knock.txt";

  @TempDir Path home;
  private final TypeCase type;

  RecordingsTest(TypeCase type) {
    this.type = type;
  }

  @Test
  void everyRunStillPrintsWhatTheBookSays() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    Recordings recordings = new Recordings(Recordings.ALL);
    for (String name : recordings.names()) {
      Path file = root.resolve(name.replace("/", "/src/docs/en/transcripts/") + ".txt");
      String transcript = Files.readString(file);
      int line = recordings.firstDifference(name, transcript);
      assertEquals(0, line, () -> file + ":" + line + "\n" + recordings.print(name));
    }
  }

  @Test
  void aStaleTranscriptIsAFaultAndSaysHowToRecordAnew() throws IOException {
    write("Knock.\nHe knocks twice.\n");
    String told = assertThrows(BookException.class, () -> press("thrice").draw()).getMessage();
    assertTrue(told.contains(PAGE + ":3: " + TRANSCRIPT + ":2: the run prints"), told);
    assertTrue(told.contains("./manor book --record"), told);
  }

  @Test
  void recordingWritesDownWhatTheRunPrintsNow() throws IOException {
    write("Knock.\nHe knocks twice.\n");
    press("thrice").record();
    assertEquals("Knock.\nHe knocks thrice.\n", Files.readString(home.resolve(TRANSCRIPT)));
    press("thrice").draw();
  }

  @Test
  void aTranscriptThatNobodyRecordsIsAFault() throws IOException {
    write("Knock.\n");
    BookPress press = new BookPress(home, type, Map.of(), Map.of());
    String told = assertThrows(BookException.class, press::draw).getMessage();
    assertTrue(told.contains(PAGE + ":3: no run is recorded as chapter1-door/knock"), told);
  }

  @Test
  void aPageMayShowAPassageOfARun() throws IOException {
    write("Knock.\nHe knocks thrice.\n");
    assertEquals("Knock.", shown("to=\"He\", It begins"));
    assertEquals("He knocks thrice.", shown("from=\"He knocks\", It ends"));
    assertEquals("Knock.", shown("from=\"Kn\", to=\"He\""));
  }

  @Test
  void aPageMayShowARunOfAnotherRoom() throws IOException {
    write("Knock.\nHe knocks thrice.\n");
    Path index = home.resolve("docs-site/src/docs/en/index.adoc");
    Files.writeString(index, "= A house\n\ntranscript::chapter1-door/knock[to=\"He\", A run]\n");
    press("thrice").draw();
    String page = Files.readString(home.resolve("docs-site/target/book/index.html"));
    assertTrue(page.contains("<samp>Knock.</samp>"), page);
    String told = assertThrows(BookException.class, () -> press("twice").draw()).getMessage();
    assertTrue(told.contains(TRANSCRIPT + ":2: the run prints"), told);
  }

  @Test
  void aPassageThatTheRunDoesNotPrintIsAFault() throws IOException {
    write("Knock.\nHe knocks thrice.\n");
    assertTrue(refused("from=\"She\", It ends").contains("prints no line that begins: She"));
    assertTrue(refused("from=\"He\", to=\"Knock\"").contains("prints no line that begins: Knock"));
  }

  @Test
  void whatVariesWithTheTimeIsMadeSteady() {
    Recordings.Scene scene =
        (kernel, out) -> {
          out.println("epoll_wait(4, [], 1024, 9017) = 0");
          out.println("epoll_wait(4, [], 8, 20) = 0");
          out.println("write(7, \"HTTP/1.1 200 OK\\r\\nDate: Fri, 13 M\"..., 145) = 145");
        };
    assertEquals(
        """
        epoll_wait(4, [], 1024, ...) = 0
        epoll_wait(4, [], 8, 20) = 0
        write(7, "HTTP/1.1 200 OK\\r\\nDate: Sun, 06 N"..., 145) = 145
        """,
        new Recordings(Map.of("chapter1-door/knock", scene)).print("chapter1-door/knock"));
  }

  private String shown(String passage) throws IOException {
    Files.writeString(home.resolve(PAGE), "= The door\n\ntranscript::knock[" + passage + "]\n");
    press("thrice").draw();
    String page = Files.readString(home.resolve("docs-site/target/book/chapter1.html"));
    return page.substring(page.indexOf("<samp>") + 6, page.indexOf("</samp>"));
  }

  private String refused(String passage) {
    return assertThrows(BookException.class, () -> shown(passage)).getMessage();
  }

  private BookPress press(String times) {
    Recordings.Scene scene = (kernel, out) -> out.print("Knock.   \nHe knocks " + times + ".\n");
    return new BookPress(home, type, Map.of("chapter1-door/knock", scene), Map.of());
  }

  private void write(String transcript) throws IOException {
    Files.createDirectories(home.resolve(TRANSCRIPT).getParent());
    Files.writeString(home.resolve(TRANSCRIPT), transcript);
    Files.writeString(home.resolve(PAGE), "= The door\n\ntranscript::knock[It prints]\n");
    Path index = home.resolve("docs-site/src/docs/en/index.adoc");
    Files.createDirectories(index.getParent());
    Files.writeString(index, "= A house\n");
  }
}
