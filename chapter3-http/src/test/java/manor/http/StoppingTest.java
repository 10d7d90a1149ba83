package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.answer;
import static manor.http.Reception.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.http.RequestContext.State;
import org.junit.jupiter.api.Test;

/** The server stops: what is in flight is finished, what is at rest goes at once. */
class StoppingTest {
  private static final String LAST = answer(Status.OK, "GET / 0", "Connection: close\r\n");

  private final Reception reception = Reception.echoingTheLine();
  private final Guest guest = reception.guest();

  private void stop() {
    reception.desk.stop();
    guest.context.stopCallback(reception.epoll);
  }

  @Test
  void aConnectionAtRestIsClosed() {
    guest.sends(GET).received();
    stop();
    assertEquals(State.CLOSED, guest.state());
    assertEquals("", guest.received());
  }

  @Test
  void aRequestThatIsAlreadyHereIsAnsweredFirst() {
    guest.wire.arrives(ParserFeed.bytes(GET));
    stop();
    assertEquals(LAST, guest.received());
    assertEquals(State.CLOSED, guest.ends().state());
  }

  @Test
  void aRequestUnderWayIsAnsweredAsTheLast() {
    guest.sends("GET / HT");
    stop();
    assertEquals(State.READING_HEAD, guest.state());
    assertEquals(LAST, guest.sends("TP/1.1\r\nHost: a\r\n\r\n").received());
    assertEquals(State.CLOSED, guest.ends().state());
  }

  @Test
  void aClientThatDidNotExpectTheEndCanStillReadItsAnswer() {
    guest.sends("GET / HT");
    stop();
    guest.sends("TP/1.1\r\nHost: a\r\n\r\n").sends(GET).ends();
    assertEquals(List.of("shutdown 4", "close 4"), reception.kernel.calls);
  }

  @Test
  void anAnswerOnItsWayIsFinishedAndThenNothingIsWaitedFor() {
    guest.wire.room(0);
    guest.sends(GET);
    stop();
    assertEquals(State.ANSWERING, guest.state());
    assertEquals(ok("GET / 0"), guest.takes(Long.MAX_VALUE).received());
    assertEquals(State.CLOSING, guest.state());
    assertEquals(State.CLOSED, guest.ends().state());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void aBlankLineIsNoRequestToFinish() {
    guest.sends("\r\n");
    stop();
    assertEquals(State.CLOSED, guest.state());
    assertEquals("", guest.received());
  }

  @Test
  void aBlankLineBehindAnAnswerOnItsWayIsNotWaitedFor() {
    guest.wire.room(0);
    guest.sends(GET + "\r\n");
    stop();
    assertEquals(ok("GET / 0"), guest.takes(Long.MAX_VALUE).received());
    assertEquals(State.CLOSING, guest.state());
    assertEquals(State.CLOSED, guest.ends().state());
  }

  @Test
  void anAnswerOnItsWayAndARequestBehindItAreBothFinished() {
    guest.wire.room(0);
    Response large = Response.text(Status.OK, "x".repeat(100_000));
    Reception other = new Reception(r -> r.hasPath("/large") ? large : Reception.line(r));
    Guest reader = other.guest();
    reader.wire.room(0);
    reader.sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n" + GET);
    other.desk.stop();
    reader.context.stopCallback(other.epoll);
    assertEquals(ok("x".repeat(100_000)) + LAST, reader.takes(Long.MAX_VALUE).received());
    assertEquals(State.CLOSED, reader.ends().state());
  }
}
