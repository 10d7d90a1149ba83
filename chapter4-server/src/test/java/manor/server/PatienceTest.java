package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import manor.http.Timeouts;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a connection is waited for, under a clock that the test moves. */
@RealKernel
@Timeout(30)
class PatienceTest {
  private static final Duration ALMOST = Duration.ofMillis(100);
  private static final Timeouts DEFAULT = Timeouts.DEFAULT;
  private static final String POST =
      "POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: 1000000\r\n\r\n";

  private final Kernel kernel;
  private final Diary told = new Diary();
  private HandTurned server;

  PatienceTest(Kernel kernel) throws IOException {
    this.kernel = kernel;
    open(0);
  }

  private void open(long now) throws IOException {
    HandClock clock = new HandClock(now);
    server = new HandTurned(kernel, clock, TestServer.OPTIONS, TestServer.manor(kernel), told);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Guest settled(String words) throws IOException {
    Guest guest = server.guest().say(words);
    server.turns(3);
    return guest;
  }

  /** Nothing happens until almost the end of a timeout, and something has happened behind it. */
  private void endsAfter(Duration timeout, Guest guest) throws IOException {
    server.after(timeout.minus(ALMOST));
    assertFalse(guest.hears(), "too early");
    server.after(ALMOST.multipliedBy(2));
    server.turnUntil(guest::hears);
  }

  @Test
  void aHeadThatDoesNotEndIsRefused() throws IOException {
    Guest slow = settled("GET / HT");
    endsAfter(DEFAULT.head(), slow);
    assertEquals(408, slow.reply().status());
    server.stillServes();
  }

  @Test
  void bytesOfAHeadBuyNoTime() throws IOException {
    Guest slow = settled("GET / HTTP/1.1\r\nX: ");
    for (int i = 0; i < 9; i++) {
      slow.say("x");
      server.after(Duration.ofSeconds(1));
    }
    endsAfter(DEFAULT.head().minusSeconds(9), slow);
    assertEquals(408, slow.reply().status());
  }

  @Test
  void aSilentBodyIsRefused() throws IOException {
    Guest slow = settled(POST);
    endsAfter(DEFAULT.body(), slow);
    assertEquals(408, slow.reply().status());
  }

  @Test
  void aTrickleOfABodyIsRefused() throws IOException {
    Guest slow = settled(POST);
    for (int i = 0; i < 9; i++) {
      slow.say("x");
      server.after(Duration.ofSeconds(1));
      assertFalse(slow.hears());
    }
    server.after(Duration.ofSeconds(2));
    assertEquals(408, server.replyTo(slow).status());
  }

  @Test
  void aBodyThatMakesProgressIsWaitedFor() throws IOException {
    Guest steady = settled(POST);
    for (int i = 0; i < 100; i++) {
      steady.say(new byte[10_000]);
      server.after(Duration.ofSeconds(5));
    }
    assertEquals(1_000_000, server.replyTo(steady).content().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", Guest.HELLO})
  void aConnectionAtRestIsClosedWithoutAWord(String before) throws IOException {
    Guest idle = settled(before);
    if (!before.isEmpty()) {
      idle.reply();
    }
    endsAfter(DEFAULT.idle(), idle);
    assertEquals("", idle.rest());
    assertEquals(1, told.count("closed"));
    assertEquals(0, told.count("lost"));
  }

  @Test
  void aSlowReaderIsCutOffAndOthersAreServedMeanwhile() throws IOException {
    Guest slow = settled("POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 80; i++) {
      slow.say(new byte[100_000]);
      server.turns(2);
    }
    server.turns(20).after(DEFAULT.write().minus(ALMOST));
    server.stillServes();
    assertFalse(told.has("closed 101"));
    server.after(ALMOST.multipliedBy(2));
    for (int mebibytes = 0; mebibytes < 6; mebibytes++) {
      server.after(DEFAULT.write());
    }
    assertTrue(told.has("closed 101"), "the kernel's own buffers are full at last");
    assertEquals(0, server.inUse());
  }

  @Test
  void aReaderThatTakesSomeBytesNowAndThenIsWaitedFor() throws IOException {
    Guest steady = settled("POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 80; i++) {
      steady.say(new byte[100_000]);
      server.turns(2);
    }
    while (told.count("answered") == 0) {
      int writes = server.kernel.calls("write");
      server.turnUntil(() -> steady.skips(100_000) && server.kernel.calls("write") > writes);
      server.after(DEFAULT.write().minus(ALMOST));
    }
    assertEquals(0, told.count("closed"));
  }

  @Test
  void aClientThatWasToldNoIsHeardOutForAMoment() throws IOException {
    Guest talker = settled("NONSENSE\r\n\r\n");
    assertEquals(400, server.replyTo(talker).status());
    server.after(DEFAULT.linger().minus(ALMOST));
    assertEquals(0, told.count("closed"));
    server.after(ALMOST.multipliedBy(2));
    assertTrue(told.has("closed 101"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE / 2, -5_000_000_000L, 0, Long.MAX_VALUE / 2})
  void whateverTheClockShowsPatienceLastsAsLong(long now) throws IOException {
    server.close();
    open(now);
    Guest idle = settled("");
    Guest slow = settled("GET");
    endsAfter(DEFAULT.head(), slow);
    endsAfter(DEFAULT.idle().minus(DEFAULT.head()).minus(ALMOST), idle);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1_000_000_000_000L, 0})
  void aReactorWithNothingToDoSleepsUntilItIsTime(long now) throws IOException {
    server.close();
    open(now);
    settled("");
    server.after(Duration.ofSeconds(1));
    server.turns(5);
    assertEquals(59_000, server.kernel.lastWait());
  }
}
