package manor.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import manor.http.Limits;
import manor.http.Timeouts;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who does not read what he asked for slows only himself. */
@RealKernel
@Timeout(30)
class SlowReadersTest {
  private static final int LARGE = 8_000_000;
  private static final int KEPT = 16_000_000;

  private final Diary told = new Diary();
  private HandTurned server;

  @BeforeEach
  void open(Kernel kernel) throws IOException {
    ServerOptions options = TestServer.OPTIONS.withLimits(Limits.DEFAULT.withBuffered(KEPT));
    server = new HandTurned(kernel, new HandClock(0), options, TestServer.manor(kernel), told);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static String echo(int length) {
    return "POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: " + length + "\r\n\r\n";
  }

  private Guest slowReader(byte[] body) throws IOException {
    Guest slow = server.guest(4096).say(echo(body.length));
    for (int at = 0; at < body.length; at += 100_000) {
      slow.say(Arrays.copyOfRange(body, at, at + 100_000));
      server.turns(2);
    }
    return slow;
  }

  @Test
  void aClientThatNeverReadsCostsItsBodyAndNoMore() throws IOException {
    Guest slow = slowReader(new byte[LARGE]);
    assertTrue(server.inUse() <= LARGE + 200_000, () -> server.inUse() + " bytes in use");
    int writes = server.kernel.calls("write");
    server.turns(20);
    assertTrue(server.kernel.calls("write") - writes <= 1, "it spins on a full socket");
    server.stillServes();
    slow.close();
    server.turnUntil(() -> told.has("closed 101"));
    assertEquals(0, server.inUse());
  }

  @Test
  void whatASlowReaderSendsMeanwhileIsLeftWithTheKernel() throws IOException {
    Guest slow = slowReader(new byte[LARGE]);
    long before = server.inUse();
    int reads = server.kernel.calls("read");
    for (int i = 0; i < 100; i++) {
      slow.say(Guest.HELLO);
      server.turns(1);
    }
    assertEquals(reads, server.kernel.calls("read"));
    assertTrue(server.inUse() <= before);
  }

  @Test
  void aSlowReaderGetsEveryByteInTheEnd() throws IOException {
    byte[] body = new byte[LARGE];
    new Random(4).nextBytes(body);
    Guest slow = slowReader(body);
    slow.say(Guest.HELLO);
    Thread reactor = new Thread(server.reactor::run);
    reactor.start();
    assertArrayEquals(body, slow.reply().content());
    assertEquals(Guest.GREETING, slow.reply().text(), "and the request it sent meanwhile");
    server.reactor.stop();
    TestServer.join(reactor);
  }

  @Test
  void whenMemoryForBodiesIsGoneTheNextBodyWaits() throws IOException {
    Guest slow = slowReader(new byte[LARGE]);
    Guest late = server.guest().say(echo(LARGE) + "hello");
    server.turns(5);
    assertFalse(late.hears());
    slow.close();
    server.turnUntil(() -> told.has("closed 101"));
    late.say(new byte[10_000]);
    server.turns(3);
    assertTrue(server.inUse() >= 10_005, "the body is being taken");
  }

  @Test
  void aBodyThatWaitedInVainIsRefused() throws IOException {
    slowReader(new byte[LARGE]);
    Guest late = server.guest().say(echo(LARGE) + "hello");
    server.turns(5);
    server.after(Timeouts.DEFAULT.write().dividedBy(2));
    assertFalse(late.hears());
    server.after(Timeouts.DEFAULT.idle());
    server.turnUntil(late::hears);
    server.stillServes();
  }

  @Test
  void aClientThatLeavesWhileItWaitsIsForgotten() throws IOException {
    slowReader(new byte[LARGE]);
    server.guest().say(echo(LARGE) + "hello").reset();
    server.turnUntil(() -> told.has("closed 102"));
    Guest next = server.guest().say(echo(5) + "hello");
    assertEquals("hello", server.replyTo(next).text());
  }

  @Test
  void whenMemoryForBodiesIsGoneHeadsStillComeInPieces() throws IOException {
    slowReader(new byte[LARGE]);
    server.guest().say(echo(LARGE) + "hello");
    for (int i = 0; i < 70; i++) {
      Guest modest = server.guest().say("GET / HTTP/1.1\r\nHo");
      server.turns(2);
      assertEquals(200, server.replyTo(modest.say("st: manor\r\n\r\n")).status());
    }
  }
}
