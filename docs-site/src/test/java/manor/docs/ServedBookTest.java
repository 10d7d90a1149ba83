package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import manor.epoll.Clock;
import manor.http.Content;
import manor.http.Handler;
import manor.http.Response;
import manor.http.Status;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.syscall.SockAddr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The book as {@code ./manor serve} hands it out, by the very server it describes. */
@RealKernel
@ExtendWith(SharedTypeCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedBookTest {
  private final FinishedBook book;
  private final Server server;
  private final Thread reactor;
  private final Optional<Chromium> found = Chromium.find();

  ServedBookTest(FinishedBook book, Kernel kernel) throws IOException {
    this.book = book;
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.server =
        Server.open(
            kernel,
            Clock.system(),
            ServerOptions.DEFAULT.withAddress(anyPort),
            withProgress(new ManorHandler(kernel, book.folder())),
            ServerObserver.NONE);
    this.reactor = new Thread(server::run, "reactor");
    reactor.start();
  }

  /** What a student has passed is the tutor's to tell; here, nothing yet. */
  private static Handler withProgress(Handler others) {
    Content nothing = new Content.Bytes("{\"passed\": []}".getBytes(StandardCharsets.US_ASCII));
    return request ->
        request.hasPath("/book/progress.json")
            ? Response.of(Status.OK, "application/json", nothing)
            : others.handle(request);
  }

  @AfterAll
  void close() throws InterruptedException {
    found.ifPresent(Chromium::close);
    server.stop();
    reactor.join();
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsHandedOut() throws IOException {
    String root = "http://" + SockAddr.format(server.address()) + "/";
    List<String> pages =
        book.pages().stream().map(page -> book.folder().relativize(page).toString()).toList();
    return found.stream()
        .flatMap(
            browser ->
                pages.stream().map(page -> dynamicTest(page, () -> read(browser, root, page))));
  }

  private static void read(Chromium browser, String root, String page) {
    browser.stage(1440, "light");
    browser.open(root + "book/" + page);
    assertTrue(((String) browser.run("return document.title")).contains("Socket Manor"));
    assertEquals(
        List.of(),
        browser.run(
            "return performance.getEntriesByType('resource').map((each) => each.name)"
                + ".filter((name) => !name.startsWith(arguments[0]))",
            root));
    assertEquals(List.of(), browser.complaints());
  }
}
