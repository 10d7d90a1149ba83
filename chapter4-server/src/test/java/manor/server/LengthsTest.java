package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is a request? What the server answers is what it believes. */
@RealKernel
@Timeout(30)
class LengthsTest {
  private static final String POST = "POST /echo HTTP/1.1\r\nHost: manor\r\n";

  private HandTurned server;

  @BeforeEach
  void open(Kernel kernel) throws IOException {
    server = new HandTurned(kernel);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "+5", "0x5", "5, 6", "5 5", "", "18446744073709551616"})
  void aLengthThatIsNoneIsRefusedAndHarmsNobody(String length) throws IOException {
    Guest guest = server.guest().say(POST + "Content-Length: " + length + "\r\n\r\nhello");
    assertEquals(400, server.replyTo(guest).status());
    server.stillServes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", " 5", "5 ", "\t5", "005"})
  void spaceAroundALengthIsNoPartOfIt(String length) throws IOException {
    Guest guest = server.guest().say(POST + "Content-Length:" + length + "\r\n\r\nhello");
    assertEquals("hello", server.replyTo(guest).text());
    server.stillServes();
  }

  @Test
  void aBodyThatSpeaksOfLengthsIsOnlyABody() throws IOException {
    String body = "HTTP/1.1\r\ncontent-length: see below\r\ncontent-length: 3\r\n";
    Guest guest = server.guest().say(POST + "Content-Length: " + body.length() + "\r\n\r\n");
    server.turns(2);
    guest.say(body);
    assertEquals(body, server.replyTo(guest).text());
    server.stillServes();
  }

  @Test
  void aLengthFarBehindInTheHeadIsFound() throws IOException {
    String head = POST + "X-Long: " + "x".repeat(6000) + "\r\nContent-Length: 5\r\n\r\n";
    Guest guest = server.guest().say(head);
    server.turns(3);
    assertFalse(guest.hears(), "answered before the body came");
    assertEquals("hello", server.replyTo(guest.say("hello")).text());
  }

  @Test
  void aSingleByteIsNoRequest() throws IOException {
    Guest guest = server.guest().say("G");
    server.turns(3);
    assertFalse(guest.hears());
    assertEquals(200, server.replyTo(guest.say("ET / HTTP/1.1\r\nHost: manor\r\n\r\n")).status());
  }

  @Test
  void aBodyThatComesAByteAtATimeIsCountedByItsBytes() throws IOException {
    int length = 5000;
    Guest guest = server.guest().say(POST + "Content-Length: " + length + "\r\n\r\n");
    for (int i = 0; i < length; i++) {
      guest.say("x");
      server.turns(1);
    }
    assertEquals("x".repeat(length), server.replyTo(guest).text());
    assertTrue(server.kernel.calls("read") > length / 2, "it came in large pieces");
  }

  @Test
  void aRequestCutAtEveryByteIsTheSameRequest() throws IOException {
    String request = POST + "Content-Length: 5\r\n\r\nhello";
    Guest guest = server.guest();
    for (int cut = 1; cut < request.length(); cut++) {
      guest.say(request.substring(0, cut));
      server.turns(1);
      guest.say(request.substring(cut));
      assertEquals("hello", server.replyTo(guest).text());
    }
  }
}
