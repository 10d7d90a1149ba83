package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class StopTest {
  private static final String HALF = "GET / HTTP/1.1\r\nHost: ma";
  private static final String OTHER_HALF = "nor\r\n\r\n";

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
  void aConnectionAtRestIsClosedWithoutAWord() throws IOException {
    Guest guest = server.guest();
    server.replyTo(guest.say(Guest.HELLO));
    server.reactor.stop();
    server.turnUntil(server.reactor::isFinished);
    assertEquals("", guest.rest());
  }

  @Test
  void aRequestUnderWayIsAnsweredAndThenTheServerIsDone() throws IOException {
    Guest guest = server.guest().say(HALF);
    server.turns(3);
    server.reactor.stop();
    server.turns(5);
    assertFalse(server.reactor.isFinished());
    Reply reply = server.replyTo(guest.say(OTHER_HALF));
    assertEquals(Guest.GREETING, reply.text());
    assertEquals("close", reply.header("connection"));
    assertEquals("", guest.rest());
    isFinishedOnceTheyLeave(guest);
  }

  /** A client that has its last answer is heard out, for what it sends may hide that answer. */
  private void isFinishedOnceTheyLeave(Guest... guests) throws IOException {
    for (Guest guest : guests) {
      guest.close();
    }
    server.turnUntil(server.reactor::isFinished);
  }

  @Test
  void anAnswerUnderWayIsSentToItsEnd() throws IOException {
    Guest guest = server.guest();
    server.turns(3);
    sendLargeEcho(guest);
    server.reactor.stop();
    server.turns(3);
    assertFalse(server.reactor.isFinished());
    server.turnUntil(
        () -> {
          guest.skipsWhatIsHere();
          return told.has("answered 101");
        });
    guest.rest();
    isFinishedOnceTheyLeave(guest);
    assertEquals(0, told.count("lost"));
  }

  private void sendLargeEcho(Guest guest) throws IOException {
    guest.say("POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 80; i++) {
      guest.say(new byte[100_000]);
      server.turns(2);
    }
  }

  @Test
  void aRequestThatWaitedInTheKernelIsStillAnswered() throws IOException {
    Guest inside = server.guest();
    server.turns(3);
    inside.say(Guest.HELLO);
    Guest atTheDoor = server.guest().say(Guest.HELLO);
    server.reactor.stop();
    server.turns(1);
    assertEquals(200, inside.reply().status());
    assertEquals("", inside.rest());
    assertEquals(200, atTheDoor.reply().status());
    assertEquals("", atTheDoor.rest());
    isFinishedOnceTheyLeave(inside, atTheDoor);
  }

  @Test
  void newConnectionsAreRefused() throws IOException {
    server.guest().say(HALF);
    server.turns(3);
    server.reactor.stop();
    server.turns(2);
    assertThrows(ConnectException.class, server::guest);
  }

  @Test
  void whatIsNotFinishedInTimeIsCutOff() throws IOException {
    Guest guest = server.guest().say(HALF);
    server.turns(3);
    server.reactor.stop();
    server.turns(2);
    server.after(TestServer.OPTIONS.grace().minusMillis(1));
    assertFalse(server.reactor.isFinished());
    server.after(Duration.ofMillis(2));
    assertTrue(server.reactor.isFinished());
    server.reactor.close();
    assertThrows(IOException.class, guest::reply);
  }

  @Test
  void aStoppingServerSleepsUntilItsGraceEnds() throws IOException {
    server.guest().say(HALF);
    server.turns(3);
    server.reactor.stop();
    server.turns(2);
    server.after(Duration.ofSeconds(1));
    assertEquals(3000, server.kernel.lastWait());
  }

  @Test
  void stoppingTwiceOrAfterwardsIsNoHarm() throws IOException {
    server.reactor.stop();
    server.reactor.stop();
    server.turnUntil(server.reactor::isFinished);
    server.reactor.close();
    server.reactor.stop();
    assertEquals(0, told.count("wait"));
  }

  @Test
  void aKnockThatFailsIsTold() throws IOException {
    server.kernel.failTheNth("write", 1, Errno.EIO);
    server.reactor.stop();
    assertEquals(1, told.count("wait write: EIO"));
  }

  @Test
  void aServerThatIsStoppedBeforeItRunsServesWhoIsThereAndEnds(Kernel kernel) throws IOException {
    Server early =
        Server.open(kernel, new HandClock(0), TestServer.OPTIONS, TestServer.manor(kernel), told);
    Guest guest = new Guest(early.address());
    guest.say(Guest.HELLO);
    early.stop();
    Thread thread = new Thread(early::run);
    thread.start();
    assertEquals(Guest.GREETING, guest.reply().text());
    assertEquals("", guest.rest());
    guest.close();
    TestServer.join(thread);
  }
}
