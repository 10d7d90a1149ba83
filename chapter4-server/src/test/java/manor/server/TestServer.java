package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import manor.epoll.Clock;
import manor.http.Handler;
import manor.http.Limits;
import manor.http.Timeouts;
import manor.syscall.Kernel;

/**
 * A server on a thread of its own, on a free port of the loopback. Closing it stops it and sees
 * that the number of open descriptors is what it was before.
 */
final class TestServer implements AutoCloseable {
  private static final long LIMIT_MILLIS = 10_000;

  static final ServerOptions OPTIONS =
      new ServerOptions(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          1,
          Limits.DEFAULT,
          Timeouts.DEFAULT,
          Duration.ofSeconds(4));

  private final Map<String, Integer> openBefore;
  private final Server server;
  private final Thread thread;
  private final List<Guest> guests = new ArrayList<>();

  TestServer(Kernel kernel, ServerOptions options, Handler handler, ServerObserver observer)
      throws IOException {
    openBefore = Descriptors.open();
    server = Server.open(kernel, Clock.system(), options, handler, observer);
    thread = new Thread(server::run, "server");
    thread.start();
  }

  TestServer(Kernel kernel, Handler handler) throws IOException {
    this(kernel, OPTIONS, handler, ServerObserver.NONE);
  }

  /** A server as {@code manor serve} runs it, without a book. */
  TestServer(Kernel kernel) throws IOException {
    this(kernel, manor(kernel));
  }

  static Handler manor(Kernel kernel) {
    return new ManorHandler(kernel, Path.of("no", "book"));
  }

  InetSocketAddress address() {
    return server.address();
  }

  /** A new client, connected; it is closed with the server. */
  Guest guest() throws IOException {
    return guest(0);
  }

  Guest guest(int receiveBuffer) throws IOException {
    Guest guest = new Guest(server.address(), receiveBuffer);
    guests.add(guest);
    return guest;
  }

  /** The proof that nobody was harmed: someone new is served. */
  void stillServes() throws IOException {
    Reply reply = guest().ask(Guest.HELLO);
    assertEquals(200, reply.status());
    assertEquals(Guest.GREETING, reply.text());
  }

  void stop() {
    server.stop();
  }

  /** Waits until the server has ended by itself after a {@link #stop}. */
  void awaitEnd() {
    join(thread);
  }

  /** Waits until a thread ends, which it must. */
  static void join(Thread thread) {
    try {
      thread.join(LIMIT_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    assertFalse(thread.isAlive(), "the server did not stop");
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  @Override
  public void close() throws IOException {
    for (Guest guest : guests) {
      guest.close();
    }
    stop();
    awaitEnd();
    assertEquals(openBefore, Descriptors.open(), "descriptors left open");
  }
}
