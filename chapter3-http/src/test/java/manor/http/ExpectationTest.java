package manor.http;

import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import manor.http.RequestContext.State;
import org.junit.jupiter.api.Test;

/** {@code Expect: 100-continue}: RFC 9110 section 10.1.1. */
class ExpectationTest {
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String HEAD =
      "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";

  private final Reception reception = Reception.echoingTheLine();
  private final Guest guest = reception.guest();

  @Test
  void aClientThatWaitsIsToldToGoOn() {
    assertEquals(CONTINUE, guest.sends(HEAD).received());
    assertEquals(ok("POST / 5"), guest.sends("hello").received());
  }

  @Test
  void itIsToldOnceHoweverTheHeadAndTheBodyAreCut() {
    assertEquals(CONTINUE + ok("POST / 5"), guest.sendsSlowly(HEAD + "hello").received());
  }

  @Test
  void aClientThatDidNotWaitIsNotToldAnything() {
    assertEquals(ok("POST / 5"), guest.sends(HEAD + "hello").received());
    assertEquals(ok("POST / 5"), guest.sends(HEAD + "h").sends("ello").received());
  }

  @Test
  void nobodyIsToldToSendABodyThatIsNotThere() {
    String none = HEAD.replace("Length: 5", "Length: 0");
    assertEquals(ok("POST / 0"), guest.sends(none).received());
  }

  @Test
  void aBodyThatWouldBeRefusedIsNotAskedFor() {
    Reception small = new Reception(Reception::line, Limits.DEFAULT.withBody(4));
    Guest sender = small.guest();
    assertEquals(refusal(Status.CONTENT_TOO_LARGE), sender.sends(HEAD).received());
    assertEquals(State.CLOSED, sender.ends().state());
  }

  @Test
  void whatElseIsExpectedIs417() {
    guest.sends(HEAD.replace("100-continue", "tea"));
    assertEquals(refusal(Status.EXPECTATION_FAILED), guest.received());
  }

  @Test
  void theWordToGoOnWaitsItsTurnBehindABlockedAnswer() {
    guest.wire.room(0);
    guest.sends(Reception.GET + HEAD);
    assertEquals(State.ANSWERING, guest.state());
    assertEquals(ok("GET / 0") + CONTINUE, guest.takes(Long.MAX_VALUE).received());
    assertEquals(State.READING_BODY, guest.state());
    assertEquals(ok("POST / 5"), guest.sends("hello").received());
  }
}
