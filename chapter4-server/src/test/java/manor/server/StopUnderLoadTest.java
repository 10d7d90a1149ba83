package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RealKernel
@Timeout(60)
class StopUnderLoadTest {
  private static final int GUESTS = 8;
  private static final String BODY = "x".repeat(3000);
  private static final String ECHO =
      "POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: 3000\r\n\r\n" + BODY;

  private final Kernel kernel;
  private final AtomicInteger answers = new AtomicInteger();

  StopUnderLoadTest(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Asks until the server ends the connection between two answers; how often it was answered. */
  private int askUntilTheEnd(Guest guest) throws IOException {
    int answered = 0;
    while (true) {
      Reply reply;
      try {
        guest.say(ECHO);
        reply = guest.reply();
      } catch (SocketException | EOFException closed) {
        assertTrue(!closed.getMessage().contains("ended after"), closed.getMessage());
        return answered;
      }
      assertEquals(BODY, reply.text());
      answered++;
      answers.incrementAndGet();
      if ("close".equals(reply.header("connection"))) {
        assertEquals("", guest.rest());
        return answered;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void noAnswerIsCutInTwoWhenAServerStops(int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(GUESTS);
    try (TestServer server =
        new TestServer(
            kernel,
            TestServer.OPTIONS.withThreads(threads),
            TestServer.manor(kernel),
            ServerObserver.NONE)) {
      List<Callable<Integer>> loads = new ArrayList<>();
      for (int i = 0; i < GUESTS; i++) {
        Guest guest = server.guest();
        loads.add(() -> askUntilTheEnd(guest));
      }
      List<Future<Integer>> running = new ArrayList<>();
      loads.forEach(load -> running.add(pool.submit(load)));
      while (answers.get() < 500) {
        Thread.onSpinWait();
      }
      server.stop();
      for (Future<Integer> load : running) {
        assertTrue(load.get() > 0);
      }
      server.awaitEnd();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void threadsThatStopAServerAtOnceDoNotDisturbEachOther() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 50; i++) {
        try (TestServer server = new TestServer(kernel)) {
          List<Callable<Object>> stops = new ArrayList<>();
          for (int j = 0; j < 4; j++) {
            stops.add(Executors.callable(server::stop));
          }
          pool.invokeAll(stops);
          server.awaitEnd();
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
