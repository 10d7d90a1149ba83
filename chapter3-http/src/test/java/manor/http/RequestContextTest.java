package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import manor.http.RequestContext.State;
import org.junit.jupiter.api.Test;

/** A connection as a state: requests come in pieces, one behind the other, and stop anywhere. */
class RequestContextTest {
  private static final String THREE =
      "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
          + "PUT /22 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"
          + "GET /333 HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String ANSWERS = ok("POST /1 5") + ok("PUT /22 7") + ok("GET /333 0");

  private final Reception reception = Reception.echoingTheLine();
  private final Guest guest = reception.guest();

  private void atRest(Guest guest) {
    assertEquals(State.KEEPING_ALIVE, guest.state());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void aRequestIsAnsweredAndTheConnectionKeptAlive() {
    assertEquals(ok("GET / 0"), guest.sends(GET).received());
    atRest(guest);
    assertEquals(ok("GET / 0"), guest.sends(GET).received());
    atRest(guest);
    assertEquals(List.of(), reception.kernel.calls);
  }

  @Test
  void oneRequestCostsOneReadAndOneWrite() {
    guest.sends(GET);
    assertEquals(1, guest.wire.reads());
    assertEquals(1, guest.wire.writes());
  }

  @Test
  void itKnowsWhereItStandsInARequest() {
    assertEquals(State.KEEPING_ALIVE, guest.state());
    assertEquals(State.READING_HEAD, guest.sends("P").state());
    assertEquals(State.READING_HEAD, guest.sends("OST / HTTP/1.1\r\nHost: a\r\n").state());
    assertEquals(State.READING_BODY, guest.sends("Content-Length: 5\r\n\r\n").state());
    assertEquals(State.READING_BODY, guest.sends("hell").state());
    assertEquals("", guest.received());
    assertEquals(State.KEEPING_ALIVE, guest.sends("o").state());
    assertEquals(ok("POST / 5"), guest.received());
    atRest(guest);
  }

  @Test
  void requestsInOnePieceAreAnsweredInOrderByOneWrite() {
    assertEquals(ANSWERS, guest.sends(THREE).received());
    assertEquals(1, guest.wire.writes());
    atRest(guest);
  }

  @Test
  void requestsAByteAtATimeAreAnsweredTheSame() {
    assertEquals(ANSWERS, guest.sendsSlowly(THREE).received());
    atRest(guest);
  }

  @Test
  void requestsCutInTwoAnywhereAreAnsweredTheSame() {
    for (int cut = 1; cut < THREE.length(); cut++) {
      Guest next = reception.guest();
      next.sends(THREE.substring(0, cut)).sends(THREE.substring(cut));
      assertEquals(ANSWERS, next.received(), "cut at " + cut);
      atRest(next);
    }
  }

  @Test
  void requestsCutAnywhereAreAnsweredTheSame() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      Guest next = reception.guest();
      int from = 0;
      for (int cut : random.ints(2 + round % 6, 0, THREE.length()).sorted().toArray()) {
        next.sends(THREE.substring(from, cut));
        from = cut;
      }
      assertEquals(ANSWERS, next.sends(THREE.substring(from)).received());
      atRest(next);
    }
  }

  @Test
  void aHeadThatCameWithTheEndOfAnotherBodyIsKeptWhileItsOwnBodyComes() {
    guest.sends("POST /first HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    guest.sends("cdPOST /second HTTP/1.1\r\nHost: a\r\nContent-Length: 400\r\n\r\n");
    guest.sends("x".repeat(400));
    assertEquals(ok("POST /first 4") + ok("POST /second 400"), guest.received());
    atRest(guest);
  }

  @Test
  void manyRequestsInOnePieceAreAllAnswered() {
    guest.sends(GET.repeat(2000));
    assertEquals(ok("GET / 0").repeat(2000), guest.received());
    atRest(guest);
  }

  @Test
  void twoConnectionsDoNotMixTheirPieces() {
    Guest other = reception.guest();
    guest.sends("POST /mine HTTP/1.1\r\nHost: a\r\nContent-Le");
    other.sends("PUT /theirs HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\n1");
    guest.sends("ngth: 3\r\n\r\nab");
    other.sends("2");
    guest.sends("c");
    assertEquals(ok("POST /mine 3"), guest.received());
    assertEquals(ok("PUT /theirs 2"), other.received());
    atRest(guest);
  }

  @Test
  void aClientThatLeavesBetweenRequestsIsLetGoWithoutAWord() {
    guest.sends(GET).received();
    assertEquals("", guest.ends().received());
    assertEquals(State.CLOSED, guest.state());
    assertEquals(List.of("101 got 0", "101 answered"), reception.report);
    assertEquals(List.of("close 4"), reception.kernel.calls);
  }

  @Test
  void blankLinesBetweenRequestsAreIgnoredWhereverTheyAreCut() {
    String words = GET + "\r\n" + GET + "\r\n\r\n" + GET;
    for (int cut = 1; cut < words.length(); cut++) {
      Guest next = reception.guest();
      next.sends(words.substring(0, cut)).sends(words.substring(cut));
      assertEquals(ok("GET / 0").repeat(3), next.received(), "cut at " + cut);
      atRest(next);
    }
    assertEquals(ok("GET / 0").repeat(3), guest.sendsSlowly(words).received());
    atRest(guest);
  }

  @Test
  void blankLinesAreCountedHoweverTheyCome() {
    assertEquals(ok("GET / 0"), guest.sendsSlowly("\r\n".repeat(8) + GET).received());
    guest.sendsSlowly("\r\n".repeat(8));
    atRest(guest);
    assertEquals(refusal(Status.BAD_REQUEST), guest.sends("\r").received());
    assertEquals(State.CLOSING, guest.state());
  }

  @Test
  void aCarriageReturnThatBeginsNoBlankLineIsRefused() {
    guest.sends("\r");
    assertEquals(refusal(Status.BAD_REQUEST), guest.sends(GET).received());
  }

  @Test
  void aClientThatLeavesBehindABlankLineIsLetGoWithoutAWord() {
    assertEquals(ok("GET / 0"), guest.sends(GET + "\r\n").ends().received());
    assertEquals(State.CLOSED, guest.state());
    assertEquals(List.of("101 got 0", "101 answered"), reception.report);
  }

  @Test
  void connectThenCloseIsNoEvent() {
    assertEquals(State.CLOSED, guest.ends().state());
    assertEquals(List.of(), reception.report);
  }

  @Test
  void aRequestAndTheEndTogetherAreStillAnswered() {
    guest.wire.ends();
    assertEquals(ok("GET / 0"), guest.sends(GET).received());
    assertEquals(State.CLOSED, guest.state());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void theReportTellsWhatHappenedInOrder() {
    guest.sends(THREE);
    assertEquals(
        List.of(
            "101 announces 5",
            "101 got 5",
            "101 got 7",
            "101 got 0",
            "101 answered",
            "101 answered",
            "101 answered"),
        reception.report);
  }

  @Test
  void aSpuriousCallbackChangesNothing() {
    guest.context.readCallback(reception.epoll);
    guest.context.writeCallback(reception.epoll);
    atRest(guest);
    guest.sends("GET / HT");
    guest.context.readCallback(reception.epoll);
    assertEquals(State.READING_HEAD, guest.state());
    assertEquals(ok("GET / 0"), guest.sends("TP/1.1\r\nHost: a\r\n\r\n").received());
    assertTrue(guest.wire.isOpen());
  }

  @Test
  void aHeadThatGrewIsNotReadFromWhereItStoodBefore() {
    String head = "GET /grown HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(2000);
    guest.sends(head.substring(0, 1000)).sends(head.substring(1000, 1024));
    guest.sends(head.substring(1024));
    reception.guest().sends("!".repeat(3)).ends();
    reception.guest().sends("PUT /other HTTP/1.1\r\nX: " + "z".repeat(980));
    assertEquals(ok("GET /grown 0"), guest.sends("\r\n\r\n").received());
  }

  @Test
  void answersThatFillTheOutboxGoOutBeforeMoreAreMade() {
    guest.wire.room(0);
    guest.sends(GET.repeat(2000));
    assertEquals(State.ANSWERING, guest.state());
    assertTrue(reception.report.size() < 2000, "more was answered than there was room for");
    StringBuilder received = new StringBuilder();
    while (guest.state() == State.ANSWERING) {
      received.append(guest.takes(30_000).received());
    }
    assertEquals(ok("GET / 0").repeat(2000), received.toString());
    atRest(guest);
  }
}
