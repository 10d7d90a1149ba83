package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import manor.http.RequestContext.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long each state may last, by a clock that moves only when the test says so. */
class PatienceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String UPLOAD =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n";

  private final Reception reception = Reception.echoingTheLine();
  private final Guest guest = reception.guest();

  private long secondsLeft() {
    return reception.patience(guest).plusMillis(500).toSeconds();
  }

  private void runsOut() {
    guest.context.timeoutCallback(reception.epoll);
  }

  @Test
  void aNewConnectionAndOneAtRestHaveTheIdleTime() {
    assertEquals(60, secondsLeft());
    reception.passes(SECOND.multipliedBy(50));
    assertEquals(10, secondsLeft());
    guest.sends(GET);
    assertEquals(60, secondsLeft());
  }

  @Test
  void idleTooLongIsGoodbyeWithoutAWord() {
    runsOut();
    assertEquals(State.CLOSED, guest.state());
    assertEquals("", guest.received());
    assertEquals(List.of("close 4"), reception.kernel.calls);
    assertEquals(List.of(), reception.report);
  }

  /** RFC 9112 section 2.2: an empty line before a request is ignored. Some clients send one. */
  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r\n\r\n", "\r"})
  void aBlankLineIsNoRequestToWaitFor(String blank) {
    assertEquals(ok("GET / 0"), guest.sends(GET).sendsSlowly(blank).received());
    assertEquals(State.KEEPING_ALIVE, guest.state());
    assertEquals(60, secondsLeft());
    assertEquals(0, reception.desk.pool().inUse());
    runsOut();
    assertEquals("", guest.received());
    assertEquals(List.of("101 got 0", "101 answered"), reception.report);
    assertEquals(List.of("close 4"), reception.kernel.calls);
  }

  @Test
  void aHeadBehindABlankLineHasItsTimeFromItsOwnFirstByte() {
    guest.sends("\r\n");
    reception.passes(SECOND.multipliedBy(50));
    guest.sends("GET");
    assertEquals(State.READING_HEAD, guest.state());
    assertEquals(10, secondsLeft());
    assertEquals(ok("GET / 0"), guest.sends(" / HTTP/1.1\r\nHost: a\r\n\r\n").received());
  }

  @Test
  void aHeadHasItsTimeFromItsFirstByteHoweverManyMoreCome() {
    guest.sends("G");
    assertEquals(10, secondsLeft());
    for (int i = 9; i > 0; i--) {
      reception.passes(SECOND);
      guest.sends("E");
      assertEquals(i, secondsLeft());
    }
  }

  @Test
  void theNextHeadHasItsOwnTime() {
    guest.sends("GET / ");
    reception.passes(SECOND.multipliedBy(9));
    guest.sends("HTTP/1.1\r\nHost: a\r\n\r\nGET");
    assertEquals(State.READING_HEAD, guest.state());
    assertEquals(10, secondsLeft());
  }

  @Test
  void aHeadThatTakesTooLongIs408() {
    guest.sends("GET / HTTP/1.1\r\n");
    runsOut();
    assertEquals(refusal(Status.REQUEST_TIMEOUT), guest.received());
    assertEquals(State.CLOSING, guest.state());
    assertEquals(List.of("101 refused 408"), reception.report);
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void aBodyHasItsTimeFromItsHead() {
    guest.sends(UPLOAD);
    assertEquals(10, secondsLeft());
    reception.passes(SECOND.multipliedBy(4));
    assertEquals(6, secondsLeft());
  }

  @Test
  void eachKibibyteOfABodyBuysASecond() {
    guest.sends(UPLOAD);
    reception.passes(SECOND.multipliedBy(5));
    guest.sends("x".repeat(2048));
    assertEquals(7, secondsLeft());
    reception.passes(SECOND.multipliedBy(5));
    guest.sends("x".repeat(300_000));
    assertEquals(10, secondsLeft(), "a silence is never longer than the time itself");
  }

  @Test
  void aTrickleBuysNoTimeAndIs408() {
    guest.sends(UPLOAD);
    for (int i = 0; i < 9; i++) {
      reception.passes(SECOND);
      guest.sends("x");
    }
    assertTrue(reception.patience(guest).compareTo(Duration.ofMillis(1010)) < 0);
    runsOut();
    assertEquals(refusal(Status.REQUEST_TIMEOUT), guest.received());
  }

  @Test
  void chunkExtensionsAndTrailersBuyNoTime() {
    guest.sends("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    reception.passes(SECOND);
    guest.sends("1;" + "x".repeat(5000) + "\r\n");
    assertEquals(9, secondsLeft());
  }

  @Test
  void aSlowReaderIsMeasuredByWhatItTakes() {
    guest.wire.room(0);
    guest.sends(GET.repeat(500));
    assertEquals(State.ANSWERING, guest.state());
    assertEquals(30, secondsLeft());
    reception.passes(SECOND.multipliedBy(5));
    guest.takes(2048);
    assertEquals(27, secondsLeft());
    runsOut();
    assertEquals(State.CLOSED, guest.state());
    assertEquals(0, reception.desk.pool().inUse());
  }

  /** Too little for the kernel to tell of it, and still progress: a write finds it. */
  @Test
  void beforeASlowReaderIsCutOffTheRoomItMadeIsUsed() {
    guest.wire.room(0);
    guest.sends(GET.repeat(500));
    reception.passes(SECOND.multipliedBy(30));
    guest.wire.room(5 * 1024);
    runsOut();
    assertEquals(State.ANSWERING, guest.state());
    assertEquals(5, secondsLeft());
    reception.passes(SECOND.multipliedBy(5));
    runsOut();
    assertEquals(State.CLOSED, guest.state());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void whatCanBeSentAtTheLastMomentIsSent() {
    guest.wire.room(0);
    guest.sends(GET.repeat(50));
    reception.passes(SECOND.multipliedBy(30));
    guest.wire.room(Long.MAX_VALUE);
    runsOut();
    assertEquals(ok("GET / 0").repeat(50), guest.received());
    assertEquals(State.KEEPING_ALIVE, guest.state());
    assertEquals(60, secondsLeft());
  }

  @Test
  void aBlockedAnswerBeforeAPartOfARequestDoesNotCountAgainstIt() {
    guest.wire.room(0);
    guest.sends(GET + "GET");
    reception.passes(SECOND.multipliedBy(8));
    guest.takes(Long.MAX_VALUE);
    assertEquals(State.READING_HEAD, guest.state());
    assertEquals(10, secondsLeft());
  }

  @Test
  void lingeringEndsHoweverMuchStillComes() {
    guest.sends("\0");
    for (int second = 0; second < 2 * Timeouts.MOST_LINGERING - 1; second++) {
      reception.passes(SECOND);
      guest.sends("x".repeat(100_000));
    }
    assertEquals(1, secondsLeft());
  }

  @Test
  void afterTheLastAnswerItLingersTwoSecondsAndThenCloses() {
    guest.sends("\0");
    assertEquals(2, secondsLeft());
    reception.passes(SECOND);
    guest.sends("x".repeat(1024));
    assertEquals(2, secondsLeft());
    reception.passes(SECOND.multipliedBy(2));
    runsOut();
    assertEquals(State.CLOSED, guest.state());
    assertEquals(List.of("shutdown 4", "close 4"), reception.kernel.calls);
  }

  @Test
  void aTimeoutOfNothingIsRefused() {
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertThrows(refused, () -> Timeouts.DEFAULT.withHead(Duration.ZERO));
    assertThrows(refused, () -> Timeouts.DEFAULT.withIdle(Duration.ofMillis(-1)));
    assertEquals(SECOND, Timeouts.DEFAULT.withIdle(SECOND).idle());
    assertEquals(SECOND, Timeouts.DEFAULT.withHead(SECOND).head());
  }
}
