package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.head;
import static manor.http.Reception.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.http.RequestContext.State;
import manor.syscall.Errno;
import manor.syscall.Fd;
import org.junit.jupiter.api.Test;

/** A client that takes its answer slowly slows only itself, and costs one outbox at most. */
class SlowReaderTest {
  private static final String LARGE = "0123456789abcdef".repeat(20_000);
  private static final String TYPE = "Content-Type: text/plain\r\n";
  private static final String LARGE_ANSWER = head(Status.OK, TYPE, LARGE.length(), "") + LARGE;

  private final Response large =
      Response.of(Status.OK, "text/plain", new Content.Bytes(ParserFeed.bytes(LARGE)));
  private final Reception reception =
      new Reception(r -> r.hasPath("/large") ? large : Reception.line(r));
  private final Guest guest = reception.guest();

  private Guest blocked() {
    guest.wire.room(0);
    return guest;
  }

  @Test
  void anAnswerTakenAByteAtATimeIsWhole() {
    blocked().sends(GET);
    assertEquals(State.ANSWERING, guest.state());
    StringBuilder received = new StringBuilder();
    while (guest.state() == State.ANSWERING) {
      received.append(guest.takes(1).received());
    }
    assertEquals(ok("GET / 0"), received.toString());
    assertEquals(List.of("wait for room 4", "wait for input 4"), reception.kernel.calls);
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void aLargeAnswerIsSentInWhateverPiecesAreTaken() {
    blocked().sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    StringBuilder received = new StringBuilder();
    for (int room = 1; guest.state() == State.ANSWERING; room = room * 5 % 70_001 + 1) {
      received.append(guest.takes(room).received());
      assertTrue(reception.desk.pool().inUse() <= Outbox.SIZE);
    }
    assertEquals(LARGE_ANSWER, received.toString());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void aLargeAnswerGoesOutAtOnceToAFastReader() {
    assertEquals(LARGE_ANSWER, guest.sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n").received());
    assertEquals(State.KEEPING_ALIVE, guest.state());
    assertEquals(List.of(), reception.kernel.calls);
  }

  @Test
  void nothingIsReadWhileAnAnswerWaits() {
    blocked().sends(GET);
    int reads = guest.wire.reads();
    guest.sends(GET).sends(GET);
    assertEquals(reads, guest.wire.reads());
    assertEquals(ok("GET / 0").repeat(3), guest.takes(Long.MAX_VALUE).received());
  }

  @Test
  void requestsBehindABlockedAnswerAreAnsweredInOrderLater() {
    blocked()
        .sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n" + GET + GET + "POST /x HTTP/1.1\r\nHo");
    assertEquals(State.ANSWERING, guest.state());
    assertEquals(LARGE_ANSWER + ok("GET / 0").repeat(2), guest.takes(Long.MAX_VALUE).received());
    assertEquals(State.READING_HEAD, guest.state());
    assertEquals(ok("POST /x 0"), guest.sends("st: a\r\n\r\n").received());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void manyRequestsWithLargeAnswersCostNoMoreMemoryThanOne() {
    blocked().sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20));
    StringBuilder received = new StringBuilder();
    while (guest.state() == State.ANSWERING) {
      received.append(guest.takes(50_000).received());
      assertTrue(reception.desk.pool().inUse() <= Outbox.SIZE + 1024);
    }
    assertEquals(LARGE_ANSWER.repeat(20), received.toString());
  }

  @Test
  void aBlockedWriteIsNotTriedTwiceInOneCallback() {
    blocked().sends(GET);
    assertEquals(1, guest.wire.writes());
    guest.takes(5);
    assertEquals(2, guest.wire.writes());
  }

  @Test
  void aRequestUnderWayGoesOnWhenABlockedAnswerIsOut() {
    blocked().sends(GET + "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
    assertEquals(State.ANSWERING, guest.state());
    assertEquals(ok("GET / 0"), guest.takes(Long.MAX_VALUE).received());
    assertEquals(State.READING_BODY, guest.state());
    assertEquals(ok("POST /x 5"), guest.sends("llo").received());
  }

  @Test
  void othersAreServedWhileOneIsSlow() {
    Guest other = reception.guest();
    blocked().sends("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    assertEquals(ok("GET / 0"), other.sends(GET).received());
    guest.wire.fails(Errno.ECONNRESET);
    assertEquals(State.CLOSED, guest.served().state());
    assertEquals(0, reception.desk.pool().inUse());
    assertEquals(ok("GET / 0"), other.sends(GET).received());
  }

  @Test
  void theReportSaysAnsweredOnlyWhenTheLastByteIsOut() {
    blocked().sends(GET);
    assertEquals(List.of("101 got 0"), reception.report);
    guest.takes(ok("GET / 0").length() - 1);
    assertEquals(List.of("101 got 0"), reception.report);
    guest.takes(1);
    assertEquals(List.of("101 got 0", "101 answered"), reception.report);
  }

  @Test
  void aFileIsSentInWhateverPiecesAreTakenAndThenClosed() {
    Reception files = new Reception(r -> file(r, 160));
    Guest reader = files.guest();
    Guest head = files.guest();
    fileNumber = files.kernel.file(ParserFeed.bytes(LARGE));
    owner = files;
    reader.wire.room(0);
    reader.sends(GET);
    StringBuilder received = new StringBuilder();
    while (reader.state() == State.ANSWERING) {
      assertFalse(files.kernel.calls.contains("close " + fileNumber));
      received.append(reader.takes(7).received());
    }
    assertEquals(head(Status.OK, TYPE, 160, "") + LARGE.substring(3, 163), received.toString());
    assertEquals("close " + fileNumber, files.kernel.calls.get(1));
    String answered = head.sends("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").received();
    assertEquals(head(Status.OK, TYPE, 160, ""), answered);
  }

  @Test
  void aFileThatShrankEndsTheConnectionForNoLengthIsTrueAnyMore() {
    Reception files = new Reception(r -> file(r, 160));
    Guest reader = files.guest();
    owner = files;
    fileNumber = files.kernel.file(ParserFeed.bytes("short"));
    assertEquals(State.CLOSED, reader.sends(GET).state());
    assertTrue(files.report.get(1).startsWith("101 lost: sendfile: EIO"), files.report::toString);
    assertTrue(files.kernel.calls.contains("close " + fileNumber));
  }

  private Reception owner;
  private int fileNumber;

  private Response file(Request request, long length) {
    Fd fd = new Fd(owner.kernel, fileNumber);
    return Response.of(Status.OK, "text/plain", new Content.File(fd, 3, length));
  }
}
