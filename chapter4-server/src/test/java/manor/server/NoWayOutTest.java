package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is a file called secret.txt beside the folder that is served. */
@RealKernel
@Timeout(30)
class NoWayOutTest {
  private Shelf shelf;

  @BeforeEach
  void open(Kernel kernel, @TempDir Path temporary) throws IOException {
    shelf = new Shelf(kernel, temporary, new Diary());
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  private void isNotFound(String path) throws IOException {
    Reply reply = shelf.get(path);
    assertEquals(404, reply.status(), path);
    assertFalse(reply.text().contains("secret"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shelf/../secret.txt",
        "/shelf/..%2fsecret.txt",
        "/shelf/%2e%2e/secret.txt",
        "/shelf/%2E%2e%2Fsecret.txt",
        "/shelf/folder/../../secret.txt",
        "/shelf/folder/%2e%2e/%2e%2e/secret.txt",
        "/shelf/..%5csecret.txt",
        "/shelf/..\\secret.txt",
        "/shelf/%252e%252e/secret.txt",
        "/shelf/%c0%ae%c0%ae/secret.txt",
        "/shelf/digits.txt%00.html",
        "/shelf/%00",
        "/shelf//etc/passwd",
        "/shelf/%2fetc%2fpasswd",
        "/shelf/./digits.txt",
        "/shelf/.hidden",
        "/shelf/%2ehidden",
        "/shelf/digits.txt/",
        "/shelf/digits.txt/x",
        "/shelf/nothing",
        "/shelf/folder/nothing"
      })
  void aPathThatLeadsOutOrNowhereIsNotFound(String path) throws IOException {
    if (path.contains("\\")) {
      Guest guest = shelf.server.guest().say(Shelf.request("GET", path));
      assertTrue(List.of(400, 404).contains(shelf.server.replyTo(guest).status()));
    } else {
      isNotFound(path);
    }
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path secret = shelf.root.resolveSibling("secret.txt");
    Files.createSymbolicLink(shelf.root.resolve("link.txt"), secret);
    Files.createSymbolicLink(shelf.root.resolve("inside.txt"), Path.of("digits.txt"));
    Files.createSymbolicLink(shelf.root.resolve("out"), shelf.root.getParent());
    isNotFound("/shelf/link.txt");
    isNotFound("/shelf/inside.txt");
    isNotFound("/shelf/out/secret.txt");
    isNotFound("/shelf/out");
    isNotFound("/shelf/out/");
  }

  @Test
  void aFolderThatBecomesALinkIsNotFollowed() throws IOException {
    assertEquals("index", shelf.get("/shelf/folder/").text());
    Files.move(shelf.root.resolve("folder"), shelf.root.resolve("moved"));
    Files.createSymbolicLink(shelf.root.resolve("folder"), shelf.root.resolveSibling("root"));
    isNotFound("/shelf/folder/digits.txt");
  }

  @Test
  void aPipeIsNoFileAndNobodyWaitsForItsWriter() throws IOException, InterruptedException {
    Path pipe = shelf.root.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    isNotFound("/shelf/pipe");
    assertEquals(0, Descriptors.openOn(pipe));
  }

  @Test
  void aFolderThatIsNotThereYetMayComeLater(Kernel kernel) throws IOException {
    Path later = shelf.root.resolve("later");
    StaticFiles files = new StaticFiles(kernel, later, "/");
    try (HandTurned server =
        new HandTurned(kernel, new HandClock(0), TestServer.OPTIONS, files, ServerObserver.NONE)) {
      Guest guest = server.guest();
      assertEquals(404, server.replyTo(guest.say(Shelf.request("GET", "/a.txt"))).status());
      shelf.put("later/a.txt", "a");
      assertEquals("a", server.replyTo(guest.say(Shelf.request("GET", "/a.txt"))).text());
      Reply root = server.replyTo(guest.say(Shelf.request("GET", "http://manor")));
      assertEquals(404, root.status());
      shelf.put("later/index.html", "root");
      assertEquals("root", server.replyTo(guest.say(Shelf.request("GET", "http://manor"))).text());
    }
  }

  @Test
  void noFileStaysOpenWhateverWasAsked() throws IOException {
    Guest guest = shelf.server.guest();
    shelf.server.turns(2);
    for (String path : List.of("digits.txt", "folder", "folder/", "bare/", "no", ".hidden", "")) {
      shelf.server.replyTo(guest.say(Shelf.request("GET", "/shelf/" + path)));
    }
    for (Path file :
        List.of(shelf.root, shelf.root.resolve("folder"), shelf.root.resolve("bare"))) {
      assertEquals(0, Descriptors.openOn(file), file.toString());
    }
    assertEquals(0, Descriptors.openOn(shelf.root.resolve("digits.txt")));
  }
}
