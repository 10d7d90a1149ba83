package manor.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import manor.http.Status;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReportLinesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private List<String> lines() {
    return bytes.toString(UTF_8).lines().toList();
  }

  @Test
  @RealKernel
  void anUploadIsReportedAsTheFirstEpollServerDid(Kernel kernel) throws IOException {
    int port;
    try (Report report = new Report(new PrintStream(bytes, false, UTF_8));
        HandTurned server = new HandTurned(kernel, report)) {
      Guest guest = server.guest();
      port = guest.port();
      server.turns(1);
      guest.say("POST / HTTP/1.1\r\nHost: manor\r\nContent-Length: 5\r\n\r\nhello");
      server.turns(1);
    }
    assertEquals(
        List.of(
            "new client: 127.0.0.1:" + port,
            "requests in flight: 1",
            "set content length: 5 bytes",
            "got all data: 5 bytes",
            "answered from request 101",
            "requests in flight: 1"),
        lines());
  }

  @Test
  void whatGoesWrongIsReportedToo() {
    try (Report report = new Report(new PrintStream(bytes, false, UTF_8))) {
      report.refused(7, Status.BAD_REQUEST);
      report.lost(7, new ErrnoException("read", Errno.ECONNRESET));
      report.handlerFailed(7, new IllegalStateException("no"));
      report.acceptFailed(new ErrnoException("accept4", Errno.EMFILE));
      report.waitFailed(new ErrnoException("epoll_wait", Errno.ENOMEM));
    }
    assertEquals(
        List.of(
            "refused request 7: 400 Bad Request",
            "lost client of request 7: read: ECONNRESET (Connection reset by peer)",
            "handler failed on request 7: java.lang.IllegalStateException: no",
            "couldn't accept: accept4: EMFILE (Too many open files)",
            "couldn't wait: epoll_wait: ENOMEM (Cannot allocate memory)"),
        lines());
  }

  /** A terminal that takes nothing until it is told to. */
  private final class Stuck extends OutputStream {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public void write(int octet) {
      begun.countDown();
      await(goOn);
      bytes.write(octet);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoTellsNeverWaitsForAReaderThatStopped() {
    Stuck terminal = new Stuck();
    Report report = new Report(new PrintStream(terminal, true, UTF_8), Duration.ofHours(1));
    report.answered(0);
    await(terminal.begun);
    for (int i = 1; i <= 20_000; i++) {
      report.answered(i);
    }
    Thread closer = new Thread(report::close);
    closer.start();
    while (closer.isAlive() && closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertTrue(closer.isAlive(), "what waits to be written was given up");
    terminal.goOn.countDown();
    TestServer.join(closer);
    List<String> lines = lines();
    assertEquals("answered from request 0", lines.get(0));
    assertEquals(1, lines.stream().filter(line -> line.contains("lines left out")).count());
    assertTrue(lines.get(1).startsWith("(" + (20_000 - 8192) + " lines left out"), lines.get(1));
    assertEquals(1 + 1 + 8192, lines.size(), "and whatever found room was written");
  }

  @Test
  void closingDoesNotWaitForAReaderThatNeverComesBack() {
    Stuck terminal = new Stuck();
    Report report = new Report(new PrintStream(terminal, true, UTF_8), Duration.ofMillis(1));
    for (int i = 0; i <= 20_000; i++) {
      report.answered(i);
    }
    report.close();
    assertEquals(0, bytes.size());
    terminal.goOn.countDown();
  }

  @Test
  @RealKernel
  void aServerOutlivesTheReaderOfItsReport(Kernel kernel) throws IOException {
    OutputStream closedPipe =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (Report report = new Report(new PrintStream(closedPipe, true, UTF_8));
        TestServer server =
            new TestServer(kernel, TestServer.OPTIONS, TestServer.manor(kernel), report)) {
      for (int i = 0; i < 100; i++) {
        server.stillServes();
      }
    }
  }

  @Test
  void closingTwiceIsNoHarm() {
    Report report = new Report(new PrintStream(bytes, true, UTF_8));
    report.answered(1);
    report.close();
    report.close();
    report.answered(2);
    assertEquals(List.of("answered from request 1"), lines());
  }
}
