package manor.http;

import static manor.http.Reception.GET;
import static manor.http.Reception.head;
import static manor.http.Reception.ok;
import static manor.http.Reception.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import manor.http.RequestContext.State;
import manor.syscall.Errno;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the first server of this kind fell; each fall is a test, named for what a client does. */
class SeedFaultsTest {
  private final Reception reception = Reception.echoingTheLine();
  private final Guest guest = reception.guest();

  private static String post(int length, String more) {
    return "POST / HTTP/1.1\r\nHost: a\r\n" + more + "Content-Length: " + length + "\r\n\r\n";
  }

  @AfterEach
  void everyDescriptorIsClosedOnceAndOthersAreServed() {
    assertEquals(ok("GET / 0"), reception.guest().sends(GET).received());
    guest.ends();
    assertEquals(1, reception.kernel.calls.stream().filter("close 4"::equals).count());
    assertEquals(0, reception.desk.pool().inUse());
  }

  @Test
  void connectsAndCloses() {
    assertEquals("", guest.ends().received());
  }

  @Test
  void leavesBeforeTheReply() {
    guest.wire.failsToWrite(Errno.EPIPE);
    assertEquals(State.CLOSED, guest.sends(GET).state());
  }

  @Test
  void resetsInMidBody() {
    guest.sends(post(100, "") + "half");
    guest.wire.fails(Errno.ECONNRESET);
    assertEquals(State.CLOSED, guest.served().state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "18446744073709551616", "5 5", "", "5;"})
  void sendsALengthThatIsNone(String length) {
    guest.sends(post(0, "").replace("Length: 0", "Length: " + length) + "hello");
    assertEquals(refusal(Status.BAD_REQUEST), guest.received());
  }

  @ParameterizedTest
  @ValueSource(strings = {" 5", "5 ", "\t5\t ", "5"})
  void sendsALengthWithSpaceAroundOrNoneBeforeIt(String length) {
    guest.sends(post(0, "").replace(": 0", ":" + length) + "hello");
    assertEquals(ok("POST / 5"), guest.received());
  }

  @Test
  void sendsABodyThatSpeaksOfHttpAndContentLength() {
    String body = "HTTP/1.1\r\ncontent-length: see below\r\n\r\n";
    assertEquals(39, body.length());
    assertEquals(ok("POST / 39"), guest.sends(post(39, "") + body).received());
  }

  @Test
  void isKnockedOnWithoutAnythingToRead() {
    guest.context.readCallback(reception.epoll);
    assertEquals(ok("GET / 0"), guest.sends(GET).received());
  }

  @Test
  void sendsTheSingleByteG() {
    assertEquals("", guest.sends("G").received());
    assertEquals(head(Status.BAD_REQUEST, "", 0, "Connection: close\r\n"), guest.ends().received());
  }

  @Test
  void readsLinesThatAllEndWithCrLf() {
    String answers = guest.sends(GET + "\0").received();
    assertTrue(answers.contains("400"));
    String heads = answers.replace("\r\n", "").replace("400 Bad Request\n", "");
    assertFalse(heads.contains("\n"), heads);
  }

  @Test
  void waitsForA100() {
    guest.sends(post(2, "Expect: 100-continue\r\n"));
    assertEquals("HTTP/1.1 100 Continue\r\n\r\n", guest.received());
    assertEquals(ok("POST / 2"), guest.sends("hi").received());
  }

  @Test
  void sendsAHundredThousandBytesOneAtATime() {
    guest.sends(post(100_000, ""));
    guest.sendsSlowly("x".repeat(99_999));
    assertEquals("", guest.received());
    assertTrue(reception.desk.pool().inUse() <= 1024);
    assertEquals(ok("POST / 100000"), guest.sends("x").received());
  }

  @Test
  void sendsTheLengthBehindByte4096OfTheHead() {
    String padding = "X-Padding: " + "y".repeat(5000) + "\r\n";
    guest.sends(post(5, padding).substring(0, 4096));
    guest.sends(post(5, padding).substring(4096));
    assertEquals("", guest.received());
    assertEquals(ok("POST / 5"), guest.sends("hello").received());
  }

  @Test
  void sendsNineMegabytesAndGetsItsAnswer() {
    guest.sends(post(9_379_840, ""));
    for (int left = 9_379_840; left > 0; left -= 65_536) {
      guest.sends("x".repeat(Math.min(left, 65_536)));
    }
    assertEquals(ok("POST / 9379840"), guest.received());
    assertFalse(guest.wire.hasUnread());
  }

  @Test
  void sendsTwoRequestsAtOnce() {
    assertEquals(ok("GET / 0") + ok("POST / 2"), guest.sends(GET + post(2, "") + "hi").received());
  }

  @Test
  void isPromisedToBeKeptAndIsKept() {
    for (int i = 0; i < 3; i++) {
      String answer = guest.sends("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").received();
      assertTrue(answer.contains("Connection: keep-alive\r\n"));
      assertEquals(State.KEEPING_ALIVE, guest.state());
    }
  }

  @Test
  void endsInMidBody() {
    guest.sends(post(100, "") + "half").ends();
    assertEquals(head(Status.BAD_REQUEST, "", 0, "Connection: close\r\n"), guest.received());
    assertEquals(State.CLOSED, guest.state());
    assertTrue(guest.wire.reads() <= 3, "it spins");
  }

  @Test
  void staysSilentInMidBody() {
    guest.sends(post(100, "") + "half");
    assertEquals(10, reception.patience(guest).toSeconds());
    guest.context.timeoutCallback(reception.epoll);
    assertEquals(refusal(Status.REQUEST_TIMEOUT), guest.received());
  }
}
