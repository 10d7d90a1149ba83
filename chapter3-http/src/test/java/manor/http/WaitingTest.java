package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.head;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import manor.http.RequestContext.State;
import manor.syscall.Errno;
import org.junit.jupiter.api.Test;

/** A body is to be kept and all memory is taken: its connection waits, and is not read from. */
class WaitingTest {
  private static final int POOL = 1 << 18;
  private static final String TYPE = "Content-Type: text/plain\r\n";

  private final Reception reception =
      new Reception(new Reception.Echo(), Limits.DEFAULT.withBuffered(POOL));
  private final Guest first = reception.guest();
  private final Guest second = reception.guest();

  private static String post(int length) {
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n";
  }

  private static String echo(String body) {
    return head(Status.OK, TYPE, body.length(), "") + body;
  }

  /** The first guest's body takes most of the memory; its last byte is still missing. */
  private void mostIsTaken() {
    first.sends(post(150_000) + "x".repeat(149_999));
    assertEquals(State.READING_BODY, first.state());
  }

  @Test
  void aSecondBodyWaitsUntilTheFirstIsAnswered() {
    mostIsTaken();
    second.sends(post(100_000) + "y".repeat(10_000));
    assertEquals(State.WAITING, second.state());
    int reads = second.wire.reads();
    second.sends("y".repeat(90_000));
    assertEquals(reads, second.wire.reads());
    assertEquals(echo("x".repeat(150_000)), first.sends("x").received());
    assertEquals(echo("y".repeat(100_000)), second.served().received());
    assertEquals(0, reception.desk.pool().inUse());
    assertEquals(List.of("wait for nothing 5", "wait for input 5"), reception.kernel.calls);
  }

  @Test
  void whoWaitsIsAskedForItsBodyOnlyWhenThereIsRoom() {
    mostIsTaken();
    second.sends(post(60_000).replace("Host", "Expect: 100-continue\r\nHost"));
    assertEquals(State.WAITING, second.state());
    assertEquals("", second.received());
    first.sends("x");
    assertEquals("HTTP/1.1 100 Continue\r\n\r\n", second.received());
    assertEquals(echo("y".repeat(60_000)), second.sends("y".repeat(60_000)).received());
  }

  @Test
  void aRequestWithoutABodyNeedsNoMemoryAndDoesNotWait() {
    mostIsTaken();
    assertEquals(echo(""), second.sends(GET).received());
    assertEquals(echo(""), second.sends(post(0)).received());
  }

  @Test
  void whoWaitsBehindAnAnswerThatIsNotOutStillWaitsAfterwards() {
    mostIsTaken();
    second.wire.room(0);
    second.sends(GET + post(100_000) + "y".repeat(500));
    assertEquals(State.ANSWERING, second.state());
    assertEquals(echo(""), second.takes(Long.MAX_VALUE).received());
    assertEquals(State.WAITING, second.state());
    first.sends("x");
    assertEquals(echo("y".repeat(100_000)), second.sends("y".repeat(99_500)).received());
  }

  @Test
  void roomThatBecameFreeWhileAnAnswerWasBlockedIsFoundAfterwards() {
    mostIsTaken();
    second.wire.room(0);
    second.sends(GET + post(100_000) + "y".repeat(500));
    first.sends("x");
    second.takes(Long.MAX_VALUE).received();
    assertEquals(State.READING_BODY, second.state());
    assertEquals(echo("y".repeat(100_000)), second.sends("y".repeat(99_500)).received());
  }

  @Test
  void waitingTooLongIs503() {
    mostIsTaken();
    second.sends(post(100_000));
    second.context.timeoutCallback(reception.epoll);
    assertEquals(refusal(Status.SERVICE_UNAVAILABLE), second.received());
    assertEquals(State.CLOSED, second.ends().state());
    first.sends("x");
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void whoLeavesWhileWaitingIsForgotten() {
    mostIsTaken();
    second.sends(post(100_000));
    second.wire.fails(Errno.ECONNRESET);
    second.context.readCallback(reception.epoll);
    assertEquals(State.CLOSED, second.state());
    first.sends("x");
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void thoseWhoWaitAreServedInTheOrderInWhichTheyCame() {
    Guest third = reception.guest();
    mostIsTaken();
    second.sends(post(150_000)).sends("y".repeat(150_000));
    third.sends(post(100_000)).sends("z".repeat(100_000));
    assertEquals(State.WAITING, third.state());
    first.sends("x");
    second.served();
    third.served();
    assertEquals(echo("y".repeat(150_000)), second.received());
    assertEquals(echo("z".repeat(100_000)), third.received());
  }

  @Test
  void bodiesThatWereLetInCanBeFinishedWhateverTheirSizes() {
    for (int size : new int[] {1, 1025, 40_000, 65_537, 70_000}) {
      Reception busy = new Reception(new Reception.Echo(), Limits.DEFAULT.withBuffered(POOL));
      List<Guest> guests = Stream.generate(busy::guest).limit(60).toList();
      guests.forEach(g -> g.sends(post(size)));
      guests.forEach(g -> g.sends("x".repeat(size)));
      for (Guest guest : guests) {
        assertEquals(echo("x".repeat(size)), guest.served().received());
      }
      assertEquals(0, busy.desk.pool().inUse());
    }
  }

  @Test
  void aChunkedBodyOfUnknownLengthIsLetInToASmallPool() {
    Guest sender = reception.guest();
    sender.sends("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    sender.sends("5\r\nhello\r\n0\r\n\r\n");
    assertEquals(echo("hello"), sender.received());
  }

  @Test
  void aChunkedBodyThatOutgrowsTheMemoryIs503() {
    Guest sender = reception.guest();
    sender.sends("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    sender.sends("40000\r\n" + "x".repeat(0x40000));
    assertTrue(sender.received().startsWith("HTTP/1.1 503 "));
    assertEquals(State.CLOSED, sender.ends().state());
    assertEquals(0, reception.desk.pool().inUse());
  }
}
