package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadCommandTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();
  private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, 200));
    server.createContext("/busy", exchange -> answer(exchange, 503));
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    requests.incrementAndGet();
    clients.add(exchange.getRemoteAddress());
    received.addAndGet(exchange.getRequestBody().readAllBytes().length);
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write("Hello!".getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private Typed load(String path, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "load";
    args[1] = "127.0.0.1:" + server.getAddress().getPort() + path;
    System.arraycopy(options, 0, args, 2, options.length);
    return Typed.manor(args);
  }

  @Test
  void everyThreadMakesItsUploads() {
    Typed typed = load("/", "--threads", "3", "--requests", "5", "--bytes", "100000");
    assertEquals(0, typed.status(), typed.err());
    assertEquals(15, requests.get());
    assertEquals(1_500_000, received.get());
    assertTrue(typed.out().contains("answered  15"), typed.out());
    assertTrue(typed.out().contains("failed    0"), typed.out());
    assertTrue(typed.out().matches("(?s).*p50 .* p90 .* p99 .* max .* ms\\R"), typed.out());
  }

  @Test
  void everyUploadHasAConnectionOfItsOwn() {
    load("/", "--threads", "1", "--requests", "4", "--bytes", "10");
    assertEquals(4, clients.size());
  }

  @Test
  void aKeptConnectionCarriesAllUploadsOfItsThread() {
    load("/", "--threads", "1", "--requests", "4", "--bytes", "10", "--keep-alive");
    assertEquals(4, requests.get());
    assertEquals(1, clients.size());
  }

  @Test
  void aFileIsUploadedAsItIs(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[70_001]);
    Typed typed = load("/", "--threads", "1", "--requests", "2", "--file", file.toString());
    assertEquals(0, typed.status(), typed.err());
    assertEquals(140_002, received.get());
  }

  @Test
  void anUploadMayBeEmpty() {
    assertEquals(0, load("/", "--threads", "1", "--requests", "1", "--bytes", "0").status());
  }

  @Test
  void anAnswerOutsideTheTwoHundredsIsAFailure() {
    Typed typed = load("/busy", "--threads", "2", "--requests", "3", "--bytes", "10");
    assertEquals(1, typed.status());
    assertTrue(typed.out().contains("6  answered 503"), typed.out());
  }

  @Test
  void aServerThatHangsUpIsAFailureWithItsCause() throws IOException {
    try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      threads.execute(() -> hangUp(rude));
      Typed typed =
          Typed.manor(
              "load",
              "127.0.0.1:" + rude.getLocalPort(),
              "--threads=1",
              "--requests=2",
              "--bytes=0");
      assertEquals(1, typed.status());
      assertTrue(typed.out().contains("failed    2"), typed.out());
      assertTrue(typed.out().contains("connection"), typed.out());
    }
  }

  private static void hangUp(ServerSocket rude) {
    try {
      while (true) {
        rude.accept().close();
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  @Test
  void aSilentServerIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      String url = "127.0.0.1:" + silent.getLocalPort();
      Typed typed = Typed.manor("load", url, "--threads=1", "--requests=1", "--timeout=1");
      assertEquals(1, typed.status());
      assertTrue(typed.out().contains("1  no answer in 1 s"), typed.out());
    }
  }

  @Test
  void whereNobodyListensOneLineSaysWhatToStart() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      port = gone.getLocalPort();
    }
    Typed typed = Typed.manor("load", "127.0.0.1:" + port);
    assertEquals(1, typed.status());
    assertEquals(1, typed.err().lines().count(), typed.err());
    assertTrue(typed.err().contains("start ./manor serve in another terminal"), typed.err());
    assertEquals("", typed.out());
  }
}
