package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import manor.epoll.Clock;
import manor.http.Desk;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.syscall.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of a request, from the wait to the write, on one thread with its client. */
@RealKernel
@Timeout(60)
class NoGarbageTest {
  private static final int ROUNDS = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Kernel kernel;
  private final Memory inbox = Memory.allocate(1 << 16);

  NoGarbageTest(Kernel kernel) {
    this.kernel = kernel;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void aRequestLeavesNoGarbage(int pipelined) throws IOException {
    String browser =
        "GET / HTTP/1.1\r\nHost: manor\r\nUser-Agent: Test\r\nAccept: text/html\r\n"
            + "Accept-Language: en\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n";
    measure(browser.repeat(pipelined), pipelined);
  }

  @Test
  void anUploadThatIsNotKeptLeavesNoGarbage() throws IOException {
    measure("POST / HTTP/1.1\r\nHost: manor\r\nContent-Length: 5\r\n\r\nhello", 1);
  }

  private void measure(String request, int answers) throws IOException {
    Socket listener = Socket.listen(kernel, TestServer.OPTIONS.address(), 16, false);
    InetSocketAddress address = listener.localAddress();
    Desk desk =
        new Desk(
            TestServer.manor(kernel),
            ServerObserver.NONE,
            TestServer.OPTIONS.limits(),
            TestServer.OPTIONS.timeouts(),
            InstantSource.fixed(Instant.EPOCH));
    Reactor reactor =
        new Reactor(
            kernel, Clock.system(), listener, TestServer.OPTIONS, desk, ServerObserver.NONE);
    try (Socket client = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      client.connect(address);
      reactor.turn();
      Memory words = Memory.copyOf(request.getBytes(StandardCharsets.US_ASCII));
      int length = answerLength(client, reactor, words) / answers;
      rounds(client, reactor, words, length * answers);
      long garbage = rounds(client, reactor, words, length * answers);
      assertTrue(garbage < ROUNDS, () -> garbage + " bytes in " + ROUNDS + " rounds");
    } finally {
      reactor.close();
    }
  }

  private int answerLength(Socket client, Reactor reactor, Memory words) throws IOException {
    client.write(words, 0, words.size());
    reactor.turn();
    return client.read(inbox, 0, inbox.size());
  }

  /** Less than a byte a round is none: the smallest object has sixteen. */
  private long rounds(Socket client, Reactor reactor, Memory words, int expected)
      throws IOException {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < ROUNDS; i++) {
      client.write(words, 0, words.size());
      int read = 0;
      while (read < expected) {
        reactor.turn();
        int count = client.read(inbox, 0, inbox.size());
        read += count == Fd.WOULD_BLOCK ? 0 : count;
      }
      assertEquals(expected, read);
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
