package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import manor.http.RequestContext.State;
import manor.syscall.Memory;
import org.junit.jupiter.api.Test;

/** The memory for unfinished business is used up: somebody is refused, and nothing is lost. */
class ExhaustionTest {
  private static final Limits TIGHT = new Limits(1024, 1024, 10, 2048, 1 << 20, 4096);
  private static final String UNAVAILABLE = refusal(Status.SERVICE_UNAVAILABLE);

  private final Response large = Response.text(Status.OK, "y".repeat(100_000));
  private final Reception reception =
      new Reception(r -> r.hasPath("/large") ? large : Reception.line(r), TIGHT);
  private final Guest guest = reception.guest();

  private List<Memory> takeAll() {
    List<Memory> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.add(reception.desk.pool().take(1024));
    }
    assertEquals(4096, reception.desk.pool().inUse());
    return taken;
  }

  private void giveBack(List<Memory> taken) {
    taken.forEach(reception.desk.pool()::give);
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void aHeadThatCannotBeKeptIs503() {
    List<Memory> taken = takeAll();
    assertEquals(UNAVAILABLE, guest.sends("GET / HT").received());
    assertEquals(State.CLOSED, guest.ends().state());
    giveBack(taken);
  }

  @Test
  void aRequestInOnePieceNeedsNoMemoryAndIsServed() {
    List<Memory> taken = takeAll();
    assertEquals(ok("GET / 0"), guest.sends(GET).received());
    giveBack(taken);
  }

  @Test
  void aHeadThatCannotGrowIs503() {
    guest.sends("GET / HTTP/1.1\r\nHost: a\r\nX: ");
    List<Memory> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      taken.add(reception.desk.pool().take(1024));
    }
    guest.sendsSlowly("x".repeat(1000));
    assertEquals(UNAVAILABLE, guest.received());
    assertEquals(State.CLOSED, guest.ends().state());
    assertEquals(3 * 1024, reception.desk.pool().inUse());
  }

  @Test
  void anAnswerThatCannotBeKeptLosesItsConnection() {
    List<Memory> taken = takeAll();
    guest.wire.room(10);
    guest.sends(GET);
    assertEquals(State.CLOSED, guest.state());
    assertTrue(reception.report.toString().contains("lost: write: ENOBUFS"));
    giveBack(taken);
  }

  @Test
  void requestsThatCannotBeKeptBehindABlockedAnswerAreDroppedAndTheAnswerIsWhole() {
    Reception pair =
        new Reception(
            r -> r.hasPath("/large") ? large : Reception.line(r), TIGHT.withBuffered(1 << 16));
    Guest slow = pair.guest();
    Guest other = pair.guest();
    slow.wire.room(20_000);
    slow.sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n" + GET);
    assertEquals(State.ANSWERING, slow.state());
    assertEquals(ok("GET / 0"), other.sends(GET).received(), "an answer went to somebody else");
    assertEquals(ok("y".repeat(100_000)), slow.takes(Long.MAX_VALUE).received());
    assertEquals(State.CLOSED, slow.ends().state());
    assertEquals(0, pair.desk.pool().inUse());
    assertTrue(pair.kernel.calls.contains("shutdown 4"));
  }

  @Test
  void aBodyThatCouldNeverBeKeptIs413AtItsHead() {
    Reception echo = new Reception(new Reception.Echo(), TIGHT);
    Guest sender = echo.guest();
    sender.sends("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3073\r\n\r\n");
    assertEquals(refusal(Status.CONTENT_TOO_LARGE), sender.received());
  }

  @Test
  void aBodyThatIsNotKeptCostsNothingWhateverItsSize() {
    guest.sends("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
    for (int i = 0; i < 100; i++) {
      assertTrue(reception.desk.pool().inUse() <= 1024);
      guest.sends("x".repeat(10_000));
    }
    assertEquals(ok("POST / 1000000"), guest.received());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void requestsDroppedForWantOfMemoryAreReported() {
    Reception tight = new Reception(r -> large, TIGHT.withBuffered(1 << 16));
    Guest slow = tight.guest();
    slow.wire.room(20_000);
    slow.sends(GET + GET);
    assertEquals(List.of("101 got 0", "101 refused 503"), tight.report);
  }
}
