package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.answer;
import static manor.http.Reception.head;
import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.http.RequestContext.State;
import manor.syscall.Errno;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection ends: the last answer, then no more input, then close; and each only once. */
class LastAnswerTest {
  private static final String CLOSE = "Connection: close\r\n";

  private final Reception reception = Reception.echoingTheLine();
  private final Guest guest = reception.guest();

  @AfterEach
  void nothingIsHeldAndNothingClosedTwice() {
    assertEquals(0, reception.desk.pool().inUse());
    assertTrue(reception.kernel.calls.stream().filter("close 4"::equals).count() <= 1);
    assertFalse(reception.kernel.calls.toString().contains("unread"));
  }

  @Test
  void aClientThatAsksForTheEndGetsAnAnswerAndTheEnd() {
    guest.sends("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertEquals(answer(Status.OK, "GET / 0", CLOSE), guest.received());
    assertEquals(State.CLOSED, guest.state());
    assertEquals(List.of("close 4"), reception.kernel.calls);
  }

  @Test
  void http10IsClosedUnlessItAsksToBeKept() {
    Guest kept = reception.guest();
    assertEquals(
        answer(Status.OK, "GET / 0", CLOSE), guest.sends("GET / HTTP/1.0\r\n\r\n").received());
    assertEquals(State.CLOSED, guest.state());
    assertEquals(
        answer(Status.OK, "GET / 0", "Connection: keep-alive\r\n"),
        kept.sends("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").received());
    assertEquals(State.KEEPING_ALIVE, kept.state());
  }

  @Test
  void whatComesBehindTheLastRequestIsDroppedNotAnswered() {
    guest.sends("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + GET);
    assertEquals(answer(Status.OK, "GET / 0", CLOSE), guest.received());
    assertEquals(State.CLOSING, guest.state());
    assertEquals("", guest.sends(GET).ends().received());
    assertEquals(List.of("shutdown 4", "close 4"), reception.kernel.calls);
  }

  @Test
  void aRefusalIsSaidAndTheRestIsReadBeforeTheClose() {
    assertEquals(refusal(Status.BAD_REQUEST), guest.sends("\0").received());
    assertEquals(State.CLOSING, guest.state());
    guest.sends("x".repeat(300_000)).sends("y");
    assertEquals(State.CLOSING, guest.state());
    assertEquals(State.CLOSED, guest.ends().state());
    assertEquals("", guest.received());
    assertEquals(List.of("shutdown 4", "close 4"), reception.kernel.calls);
    assertEquals(List.of("101 refused 400"), reception.report);
  }

  @Test
  void goodRequestsBeforeABadOneAreAnswered() {
    assertEquals(ok("GET / 0") + refusal(Status.BAD_REQUEST), guest.sends(GET + "\1").received());
    assertEquals(State.CLOSED, guest.ends().state());
    assertEquals(List.of("101 got 0", "101 refused 400", "101 answered"), reception.report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET / HTTP/1.1\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
      })
  void theEndInTheMiddleOfARequestIs400AndNot200(String part) {
    String answer = head(Status.BAD_REQUEST, "", 0, CLOSE);
    assertEquals(answer, guest.sends(part).ends().received());
    assertEquals(1, reception.report.stream().filter("101 refused 400"::equals).count());
    assertEquals(State.CLOSED, guest.state());
    assertEquals(List.of("close 4"), reception.kernel.calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nh"})
  void aResetLosesThisConnectionOnly(String part) {
    Guest other = reception.guest();
    guest.sends(part);
    reception.report.clear();
    guest.wire.fails(Errno.ECONNRESET);
    assertEquals(State.CLOSED, guest.served().state());
    assertEquals(
        List.of("101 lost: read: ECONNRESET (Connection reset by peer)"), reception.report);
    assertEquals(List.of("close 4"), reception.kernel.calls);
    assertEquals(ok("GET / 0"), other.sends(GET).received());
  }

  @Test
  void aClientThatLeavesBeforeTheReplyIsLost() {
    Guest other = reception.guest();
    guest.wire.failsToWrite(Errno.EPIPE);
    assertEquals(State.CLOSED, guest.sends(GET).state());
    assertEquals(List.of("101 got 0", "101 lost: write: EPIPE (Broken pipe)"), reception.report);
    assertEquals("", other.served().received(), "what one did not take must not reach another");
    assertEquals(ok("GET / 0"), other.sends(GET).received());
  }

  @Test
  void aResetWhileItDrainsIsTheEndToo() {
    guest.sends("\0");
    guest.wire.fails(Errno.ECONNRESET);
    assertEquals(State.CLOSED, guest.served().state());
  }

  @Test
  void closingAgainDoesNothing() {
    guest.sends("GET / HT");
    guest.context.close();
    guest.context.close();
    assertEquals(List.of("close 4"), reception.kernel.calls);
  }

  @Test
  void aHeadRequestIsRefusedWithoutContent() {
    guest.sends("HEAD / HTTP/1.1\r\nHost: a b\r\n\r\n");
    String full = refusal(Status.BAD_REQUEST);
    assertEquals(full.substring(0, full.indexOf("\r\n\r\n") + 4), guest.received());
    guest.ends();
  }
}
