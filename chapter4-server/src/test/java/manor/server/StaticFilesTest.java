package manor.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RealKernel
@Timeout(30)
class StaticFilesTest {
  private final Diary told = new Diary();
  private Shelf shelf;

  @BeforeEach
  void open(Kernel kernel, @TempDir Path temporary) throws IOException {
    shelf = new Shelf(kernel, temporary, told);
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void aFileIsServedAsItIs() throws IOException {
    Reply reply = shelf.get("/shelf/digits.txt");
    assertEquals(200, reply.status());
    assertEquals("0123456789", reply.text());
    assertEquals("text/plain; charset=utf-8", reply.header("content-type"));
    assertEquals("bytes", reply.header("accept-ranges"));
    assertEquals("nosniff", reply.header("x-content-type-options"));
  }

  @ParameterizedTest
  @CsvSource({
    "page.html,text/html; charset=utf-8",
    "folder/leaf.css,text/css; charset=utf-8",
    "bare/x.bin,application/octet-stream",
    "LOUD.HTML,text/html; charset=utf-8",
    "a.svg,image/svg+xml",
    "noextension,application/octet-stream",
    "a.tar.gz,application/gzip",
    "html,application/octet-stream"
  })
  void theEndOfANameSaysWhatAFileIs(String name, String type) throws IOException {
    shelf.put(name, "content");
    assertEquals(type, shelf.get("/shelf/" + name).header("content-type"));
  }

  @Test
  void aHeadSaysWhatAGetWouldAndSendsNothing() throws IOException {
    Reply get = shelf.get("/shelf/digits.txt");
    Reply head = shelf.head("/shelf/digits.txt", "Range: bytes=0-1");
    assertEquals(200, head.status());
    for (String field : new String[] {"content-length", "etag", "last-modified", "content-type"}) {
      assertEquals(get.header(field), head.header(field));
    }
  }

  @Test
  void aNameIsDecodedAsUtf8() throws IOException {
    assertEquals("painting", shelf.get("/shelf/%E7%94%BB%201.md").text());
  }

  @Test
  void aFolderIsItsIndex() throws IOException {
    assertEquals("index", shelf.get("/shelf/folder/").text());
    assertEquals(404, shelf.get("/shelf/bare/").status());
    assertEquals(404, shelf.get("/shelf/").status());
  }

  @Test
  void aFolderWithoutItsSlashIsSentOnToIt() throws IOException {
    Reply reply = shelf.get("/shelf/folder");
    assertEquals(301, reply.status());
    assertEquals("/shelf/folder/", reply.header("location"));
    assertEquals("/shelf/folder/?a=b", shelf.get("/shelf/folder?a=b").header("location"));
  }

  @Test
  void anEmptyFileIsServed() throws IOException {
    Reply reply = shelf.get("/shelf/empty.txt");
    assertEquals(200, reply.status());
    assertEquals("0", reply.header("content-length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "get", "TRACE"})
  void onlyReadingIsAllowed(String method) throws IOException {
    Guest guest = shelf.server.guest().say(Shelf.request(method, "/shelf/digits.txt"));
    Reply reply = shelf.server.replyTo(guest);
    assertEquals(405, reply.status());
    assertEquals("GET, HEAD, OPTIONS", reply.header("allow"));
  }

  @Test
  void optionsAreTold() throws IOException {
    Guest guest = shelf.server.guest().say(Shelf.request("OPTIONS", "/shelf/digits.txt"));
    assertEquals("GET, HEAD, OPTIONS", shelf.server.replyTo(guest).header("allow"));
  }

  @Test
  void aPathOutsideThePrefixIsNotFound() throws IOException {
    assertEquals(404, shelf.get("/").status());
    assertEquals(404, shelf.get("/other/digits.txt").status());
    assertEquals(0, told.count("failed"));
  }

  @Test
  void aFileLargerThanAllBuffersArrivesWhole() throws IOException {
    byte[] large = new byte[20_000_000];
    new Random(3).nextBytes(large);
    Path file = Files.write(shelf.root.resolve("large.bin"), large);
    Guest guest = shelf.server.guest(4096).say(Shelf.request("GET", "/shelf/large.bin"));
    shelf.server.turnUntil(guest::hears);
    assertEquals(1, Descriptors.openOn(file));
    Thread reactor = new Thread(shelf.server.reactor::run);
    reactor.start();
    assertArrayEquals(large, guest.reply().content());
    assertEquals(0, Descriptors.openOn(file), "a file is closed when it is sent");
    shelf.server.reactor.stop();
    TestServer.join(reactor);
  }

  @Test
  void aFileThatShrinksWhileItIsSentEndsTheConnection() throws IOException {
    Path file = Files.write(shelf.root.resolve("large.bin"), new byte[20_000_000]);
    Guest guest = shelf.server.guest(4096).say(Shelf.request("GET", "/shelf/large.bin"));
    shelf.server.turnUntil(guest::hears);
    Files.write(file, new byte[1], StandardOpenOption.TRUNCATE_EXISTING);
    shelf.server.turnUntil(
        () -> {
          guest.skipsWhatIsHere();
          return told.has("closed 101");
        });
    assertEquals(1, told.count("lost 101 sendfile: EIO"));
    assertEquals("0123456789", shelf.get("/shelf/digits.txt").text());
  }

  @Test
  void aClientThatLeavesInMidFileLeavesNoFileOpen() throws IOException {
    Path file = Files.write(shelf.root.resolve("large.bin"), new byte[20_000_000]);
    Guest guest = shelf.server.guest(4096).say(Shelf.request("GET", "/shelf/large.bin"));
    shelf.server.turnUntil(guest::hears);
    guest.reset();
    shelf.server.turnUntil(() -> told.has("closed 101"));
    assertEquals(0, Descriptors.openOn(file));
  }

  @ParameterizedTest
  @CsvSource({"24,503", "23,503", "12,503", "13,403", "5,500", "2,404", "40,404", "36,404"})
  void whyAFileCannotBeOpenedIsSaid(int errno, int status) throws IOException {
    shelf.kernel.failTheNth("openat", 1, errno);
    assertEquals(status, shelf.get("/shelf/digits.txt").status());
    assertEquals(200, shelf.get("/shelf/digits.txt").status());
  }

  @Test
  void aFileWhoseKindIsNotToldIsClosedAgain() throws IOException {
    shelf.kernel.failTheNth("statx", 1, Errno.ENOMEM);
    assertEquals(503, shelf.get("/shelf/digits.txt").status());
    assertEquals(0, Descriptors.openOn(shelf.root.resolve("digits.txt")));
  }

  @Test
  void aPrefixIsBetweenSlashes(Kernel kernel) {
    for (String prefix : new String[] {"", "shelf/", "/shelf"}) {
      assertThrows(
          IllegalArgumentException.class, () -> new StaticFiles(kernel, shelf.root, prefix));
    }
  }
}
