package manor.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import manor.epoll.Clock;
import manor.syscall.LinuxKernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealKernel
class LoadGeneratorTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  private final AtomicInteger received = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdown();
  }

  /** The server answers with 200, and every tenth time with this. */
  private void answer(int everyTenth) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            boolean tenth = received.incrementAndGet() % 10 == 0;
            exchange.sendResponseHeaders(tenth ? everyTenth : 200, -1);
          }
        });
  }

  private LoadGenerator guests(Load load, Clock clock) throws Exception {
    return new LoadGenerator(LinuxKernel.open(), clock, server.getAddress(), load);
  }

  @Test
  void everyAnswerIsCountedOnce() throws Exception {
    answer(200);
    try (LoadGenerator guests = guests(Load.keepAlive(3), Clock.system())) {
      assertEquals(3, guests.settle().answers());
      LoadOutcome outcome = guests.run(SHORT);
      assertTrue(outcome.isSound());
      assertEquals(received.get() - 3, outcome.answers());
    }
  }

  @Test
  void aSingleErrorMakesARunNoResult() throws Exception {
    answer(500);
    try (LoadGenerator guests = guests(Load.keepAlive(1), Clock.system())) {
      LoadOutcome outcome = guests.run(Duration.ofSeconds(20));
      assertFalse(outcome.isSound());
      assertEquals("an answer with status 500", outcome.error());
    }
  }

  /** Some servers answer before they have read all of a body. The rest is still to be sent. */
  @Test
  void anEarlyAnswerIsNoReasonToStopInTheMiddle() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[2]);
            exchange.getResponseBody().flush();
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            received.incrementAndGet();
          }
        });
    try (LoadGenerator guests = guests(Load.upload(2, 4 << 20), Clock.system())) {
      LoadOutcome outcome = guests.run(SHORT);
      assertNull(outcome.error());
      assertTrue(outcome.answers() > 2, "a second one on the same connection");
    }
  }

  @Test
  void nobodyAtHomeIsAnError() throws Exception {
    server.stop(0);
    try (LoadGenerator guests = guests(Load.fresh(1), Clock.system())) {
      LoadOutcome outcome = guests.run(SHORT);
      assertFalse(outcome.isSound());
    }
  }

  @Test
  void aFreshConnectionIsMadeForEachRequest() throws Exception {
    answer(200);
    try (LoadGenerator guests = guests(Load.fresh(2), Clock.system())) {
      LoadOutcome outcome = guests.run(SHORT);
      assertNull(outcome.error());
      assertEquals(received.get(), outcome.answers());
    }
  }

  /**
   * In the middle of two seconds the clock leaps by one, as if everything had stood still. A
   * thousand requests were due meanwhile, and each of them waited: half of those for half a second
   * and more. Whoever counts from the sending sees none of it.
   */
  @Test
  void thoseWhoWereDueDuringAStallAreCountedAsLate() throws Exception {
    answer(200);
    try (LoadGenerator guests = guests(Load.atRate(8, 1000), new LeapingClock())) {
      LoadOutcome outcome = guests.run(Duration.ofSeconds(2));
      assertTrue(outcome.isSound(), outcome.error());
      assertEquals(outcome.planned(), outcome.answers());
      assertTrue(outcome.delayMicros(75) > 400_000, "75%: " + outcome.delayMicros(75));
    }
  }

  @Test
  void aRateThatWasNotKeptIsSaidSo() {
    assertFalse(new LoadOutcome(980, 1, null, 1000, null).isSustained());
    assertTrue(new LoadOutcome(1000, 1, null, 1000, null).isSustained());
  }

  /** Goes on by a tenth of a millisecond whenever it is asked, and once by a second. */
  private static final class LeapingClock implements Clock {
    private static final long STEP = 100_000;
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
      long steps = now.addAndGet(STEP);
      return steps < SECOND / 2 ? steps : steps + SECOND;
    }

    @Override
    public void pause(long nanos) {
      now.addAndGet(nanos);
    }
  }
}
