package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class KeepingAliveTest {
  private HandTurned server;

  @BeforeEach
  void open(Kernel kernel) throws IOException {
    server = new HandTurned(kernel);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static String echo(int number) {
    String body = "number " + number;
    return "POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void twoRequestsSentAtOnceAreBothAnsweredInOrder() throws IOException {
    Guest guest = server.guest().say(echo(1) + echo(2));
    assertEquals("number 1", server.replyTo(guest).text());
    assertEquals("number 2", guest.reply().text());
  }

  @Test
  void aThousandRequestsSentAtOnceAreAllAnsweredInOrder() throws IOException {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      requests.append(echo(i));
    }
    Guest guest = server.guest().say(requests.toString());
    for (int i = 0; i < 1000; i++) {
      assertEquals("number " + i, server.replyTo(guest).text());
    }
  }

  @Test
  void aConnectionThatWasPromisedToLiveLives() throws IOException {
    Guest guest = server.guest();
    for (int i = 0; i < 100; i++) {
      Reply reply = server.replyTo(guest.say(Guest.HELLO));
      assertEquals(200, reply.status());
    }
    assertEquals(1, server.kernel.calls("accept4") - 1, "accepted, and then nobody waited");
  }

  @Test
  void anHttp10ClientIsKeptWhenItAsksForIt() throws IOException {
    Guest guest = server.guest();
    for (int i = 0; i < 3; i++) {
      Reply reply = server.replyTo(guest.say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
      assertEquals("keep-alive", reply.header("connection").toLowerCase());
    }
    assertEquals("close", server.replyTo(guest.say("GET / HTTP/1.0\r\n\r\n")).header("connection"));
    assertEquals("", guest.rest());
  }

  @Test
  void everyLineOfAHeadEndsAsHttpWantsIt() throws IOException {
    Reply reply = server.replyTo(server.guest().say(Guest.HELLO));
    assertFalse(reply.head().replace("\r\n", "").contains("\n"), reply.head());
    assertFalse(reply.head().replace("\r\n", "").contains("\r"), reply.head());
  }

  @Test
  void sixtyFourClientsAreServedInTurns() throws IOException {
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      guests.add(server.guest());
    }
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 64; i++) {
        guests.get(i).say(echo(64 * round + i));
      }
      for (int i = 0; i < 64; i++) {
        assertEquals("number " + (64 * round + i), server.replyTo(guests.get(i)).text());
      }
    }
  }
}
