package manor.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.syscall.Kernel;

/** A folder of files below {@code /shelf/}, served by a reactor that the test turns. */
final class Shelf implements AutoCloseable {
  final Path root;
  final UnluckyKernel kernel;
  final HandTurned server;

  Shelf(Kernel real, Path temporary, Diary told) throws IOException {
    root = Files.createDirectory(temporary.resolve("root"));
    Files.writeString(temporary.resolve("secret.txt"), "secret");
    put("page.html", "<p>page</p>");
    put("digits.txt", "0123456789");
    put("folder/index.html", "index");
    put("folder/leaf.css", "p {}");
    put("bare/x.bin", "x");
    put("empty.txt", "");
    put("画 1.md", "painting");
    put(".hidden", "hidden");
    kernel = new UnluckyKernel(real);
    StaticFiles files = new StaticFiles(kernel.kernel(), root, "/shelf/");
    server = new HandTurned(real, new HandClock(0), TestServer.OPTIONS, files, told);
  }

  Path put(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content.getBytes(UTF_8));
  }

  Reply get(String path, String... fields) throws IOException {
    return server.replyTo(server.guest().say(request("GET", path, fields)));
  }

  Reply head(String path, String... fields) throws IOException {
    Guest guest = server.guest().say(request("HEAD", path, fields));
    server.turnUntil(guest::hears);
    return guest.replyToHead();
  }

  static String request(String method, String path, String... fields) {
    String lines = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
    return method + " " + path + " HTTP/1.1\r\nHost: manor\r\n" + lines + "\r\n";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
