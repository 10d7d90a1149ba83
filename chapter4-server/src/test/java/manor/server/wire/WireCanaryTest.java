package manor.server.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An examiner is examined: a careless server, which reads once, greets and hangs up, and sees to
 * one client at a time, must pass the few cases that ask for no more, and fail the others.
 */
class WireCanaryTest {
  private static final byte[] GREETING =
      WireText.decode(
          "HTTP/1.1 200 OK\\r\\nDate: Sun, 06 Nov 1994 08:49:37 GMT\\r\\nContent-Length: 28\\r\\n"
              + "Connection: close\\r\\n\\r\\nHello! I am an epoll server.");
  private ServerSocket careless;

  @BeforeEach
  void open() throws IOException {
    careless = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread greeter = new Thread(this::greetEverybody);
    greeter.setDaemon(true);
    greeter.start();
  }

  @AfterEach
  void close() throws IOException {
    careless.close();
  }

  @ParameterizedTest
  @CsvSource({
    "connection/close, WHOLE, true",
    "version/one-zero, WHOLE, true",
    "method/get, WHOLE, false",
    "method/head, WHOLE, false",
    "host/missing, WHOLE, false",
    "content-length/five, WHOLE, false",
    "content-length/bad-letters, WHOLE, false",
    "pipeline/two, WHOLE, false",
    "stranger/one-letter, WHOLE, false",
    "connection/close, BYTE, false",
    "connection/close, CUT, false",
    "connection/close, FIN, false",
  })
  void theCarelessServerPassesOnlyWhatItDeserves(String name, WireMode.Kind kind, boolean passes) {
    WireCase wire =
        WireCorpus.load().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    InetSocketAddress address = (InetSocketAddress) careless.getLocalSocketAddress();
    try (WireRun run = new WireRun(address)) {
      WireVerdict verdict = run.judge(wire, kind);
      assertEquals(passes, verdict.passed(), verdict::toString);
    }
  }

  private void greetEverybody() {
    while (!careless.isClosed()) {
      try (Socket client = careless.accept()) {
        client.getInputStream().read(new byte[65_536]);
        client.getOutputStream().write(GREETING);
      } catch (IOException clientOrTestHasLeft) {
        // greet the next one
      }
    }
  }
}
