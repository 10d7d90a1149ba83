package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import manor.epoll.Clock;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the book ask what has been passed. */
@RealKernel
class ProgressHandlerTest {
  @TempDir private Path work;

  private String answer(Kernel kernel) throws IOException, InterruptedException {
    ManorHandler book = new ManorHandler(kernel, work.resolve("no-book"));
    ServerOptions options =
        ServerOptions.DEFAULT.withAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Server server =
        Server.open(
            kernel, Clock.system(), options, new ProgressHandler(book, work), ServerObserver.NONE);
    Thread reactor = new Thread(server::run, "reactor");
    reactor.start();
    try {
      return asked(server.address());
    } finally {
      server.stop();
      reactor.join();
    }
  }

  private static String asked(InetSocketAddress server) throws IOException {
    try (Socket client = new Socket(server.getAddress(), server.getPort())) {
      OutputStream out = client.getOutputStream();
      out.write(
          "GET /book/progress.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = client.getInputStream();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(all.indexOf("\r\n\r\n") + 4).strip();
    }
  }

  @Test
  void aBeginnerHasPassedNothing(Kernel kernel) throws IOException, InterruptedException {
    assertEquals("{\"passed\": []}", answer(kernel));
  }

  @Test
  void onlyWhatHasPassedIsNamed(Kernel kernel) throws IOException, InterruptedException {
    Files.writeString(
        work.resolve("progress.txt"), "check-errno passed\nwaker hints=1\n<b>\" passed\n");
    assertEquals("{\"passed\": [\"check-errno\"]}", answer(kernel));
  }
}
