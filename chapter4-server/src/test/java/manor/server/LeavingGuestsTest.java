package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class LeavingGuestsTest {
  private static final String UPLOAD =
      "POST / HTTP/1.1\r\nHost: manor\r\nContent-Length: 100\r\n\r\n";

  private final Diary told = new Diary();
  private HandTurned server;

  @BeforeEach
  void open(Kernel kernel) throws IOException {
    server = new HandTurned(kernel, told);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aClientThatConnectsAndClosesHarmsNobody() throws IOException {
    server.guest().close();
    server.turnUntil(() -> told.count("closed") > 0);
    assertEquals(List.of("closed 101"), told.lines());
    server.stillServes();
  }

  @Test
  void aClientThatConnectsAndResetsHarmsNobody() throws IOException {
    server.guest().reset();
    server.turns(3).stillServes();
  }

  @Test
  void aClientThatLeavesBeforeTheAnswerHarmsNobody() throws IOException {
    server.guest().say(Guest.HELLO).close();
    server.turnUntil(() -> told.has("closed 101"));
    server.stillServes();
  }

  @Test
  void aClientThatResetsBeforeTheAnswerHarmsNobody() throws IOException {
    Guest other = server.guest().say("GET /");
    server.turns(3);
    Guest hasty = server.guest().say(Guest.HELLO);
    hasty.reset();
    server.turnUntil(() -> told.has("closed 102"));
    other.say(" HTTP/1.1\r\nHost: manor\r\n\r\n");
    assertEquals(200, server.replyTo(other).status());
  }

  @Test
  void aResetInMidBodyEndsOnlyThatConnection() throws IOException {
    Guest one = server.guest().say(UPLOAD + "x".repeat(50));
    Guest other = server.guest().say(UPLOAD + "y".repeat(50));
    server.turns(3);
    one.reset();
    server.turnUntil(() -> told.has("closed 101"));
    assertEquals("lost 101 read: ECONNRESET (Connection reset by peer)", told.lines().get(0));
    other.say("y".repeat(50));
    assertEquals(200, server.replyTo(other).status());
  }

  @Test
  void theEndOfInputInMidBodyIsRefusedAtOnceAndForgotten() throws IOException {
    Guest guest = server.guest().sayLast(UPLOAD + "x".repeat(50));
    assertEquals(400, server.replyTo(guest).status());
    server.turnUntil(() -> told.has("closed 101"));
    assertEquals("", guest.rest());
    int reads = server.kernel.calls("read");
    server.turns(10);
    assertEquals(reads, server.kernel.calls("read"), "it spins on a connection that has ended");
  }

  @Test
  void theEndOfInputInMidHeadIsRefused() throws IOException {
    Guest guest = server.guest().sayLast("GET / HT");
    assertEquals(400, server.replyTo(guest).status());
  }

  @Test
  void theEndOfInputBehindARequestDoesNotCostItsAnswer() throws IOException {
    Guest guest = server.guest().sayLast(Guest.HELLO);
    assertEquals(Guest.GREETING, server.replyTo(guest).text());
    server.turnUntil(() -> told.has("closed 101"));
    assertEquals("", guest.rest());
  }

  @Test
  void whoGetsTheNumberOfOneWhoLeftIsNotMistakenForHim() throws IOException {
    for (int i = 0; i < 20; i++) {
      Guest leaving = server.guest().say("GET /half");
      server.turns(2);
      leaving.close();
      Guest coming = server.guest().say(Guest.HELLO);
      assertEquals(Guest.GREETING, server.replyTo(coming).text());
    }
  }

  @Test
  void aHundredThatLeaveAtOnceAreAllForgotten() throws IOException {
    for (int i = 0; i < 50; i++) {
      server.guest().say("GET").close();
      server.guest().say("GET").reset();
    }
    server.turnUntil(() -> told.count("closed") == 100);
    assertTrue(told.has("closed 200"));
    server.stillServes();
  }
}
