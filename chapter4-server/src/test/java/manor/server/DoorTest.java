package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door: who comes in, and what happens when the house is full. */
@RealKernel
@Timeout(30)
class DoorTest {
  private static final Duration A_MOMENT = Duration.ofMillis(101);

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
  void everyoneWhoWaitsIsLetInAtOnce() throws IOException {
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      guests.add(server.guest());
    }
    server.turns(1);
    assertEquals(21, server.kernel.calls("accept4"), "twenty, and one that would have waited");
    server.turns(3);
    assertEquals(21, server.kernel.calls("accept4"));
  }

  @ParameterizedTest
  @ValueSource(ints = {Errno.EMFILE, Errno.ENFILE, Errno.ENOBUFS, Errno.ENOMEM})
  void aFullHouseClosesItsDoorAndLosesNobody(int errno) throws IOException {
    Guest inside = server.guest();
    assertEquals(200, server.replyTo(inside.say(Guest.HELLO)).status());
    server.kernel.failEvery("accept4", errno);
    Guest waiting = server.guest().say(Guest.HELLO);
    server.turns(50);
    assertEquals(1, told.count("accept"), "it must not be tried again and again");
    assertFalse(waiting.hears());
    assertEquals(200, server.replyTo(inside.say(Guest.HELLO)).status());
    server.kernel.relent("accept4");
    clockMovesOn();
    assertEquals(Guest.GREETING, server.replyTo(waiting).text());
  }

  private void clockMovesOn() {
    server.after(A_MOMENT);
  }

  @Test
  void aClosedDoorIsSilent() throws IOException {
    server.kernel.failEvery("accept4", Errno.EMFILE);
    server.guest();
    server.turnUntil(() -> told.count("accept") == 1);
    int asked = server.kernel.calls("accept4");
    server.turns(50);
    assertEquals(asked, server.kernel.calls("accept4"));
    assertEquals(0, server.clock.pauses(), "nobody should have to be held back");
  }

  @Test
  void aConnectionThatClosesOpensTheDoor() throws IOException {
    Guest inside = server.guest();
    server.replyTo(inside.say(Guest.HELLO));
    server.kernel.failTheNth("accept4", 1, Errno.EMFILE);
    Guest waiting = server.guest().say(Guest.HELLO);
    server.turnUntil(() -> told.count("accept") == 1);
    server.turns(5);
    assertFalse(waiting.hears());
    inside.close();
    assertEquals(200, server.replyTo(waiting).status());
  }

  @Test
  void aDoorThatStaysFullIsTriedOnceAMoment() throws IOException {
    server.kernel.failEvery("accept4", Errno.EMFILE);
    Guest waiting = server.guest().say(Guest.HELLO);
    for (int i = 0; i < 5; i++) {
      server.after(A_MOMENT).turns(5);
    }
    assertTrue(told.count("accept") <= 6, () -> told.lines().toString());
    assertTrue(told.count("accept") >= 5, () -> told.lines().toString());
    server.kernel.relent("accept4");
    clockMovesOn();
    assertEquals(200, server.replyTo(waiting).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {Errno.ECONNABORTED, Errno.EPROTO, Errno.EPERM, Errno.ENETDOWN})
  void aGuestWhoLeftAtTheDoorKeepsNobodyOut(int errno) throws IOException {
    server.kernel.failTheNth("accept4", 1, errno);
    Guest guest = server.guest().say(Guest.HELLO);
    assertEquals(200, server.replyTo(guest).status());
    assertEquals(1, told.count("accept"));
  }

  @Test
  void anInterruptionAtTheDoorIsNoNews() throws IOException {
    server.kernel.failTheNth("accept4", 1, Errno.EINTR);
    assertEquals(200, server.replyTo(server.guest().say(Guest.HELLO)).status());
    assertEquals(0, told.count("accept"));
  }

  @Test
  void aDoorThatTheKernelWillNotSilenceIsHeldBack() throws IOException {
    server.kernel.failEvery("accept4", Errno.EMFILE);
    server.kernel.failEvery("epoll_ctl MOD", Errno.ENOMEM);
    Guest waiting = server.guest().say(Guest.HELLO);
    server.turnUntil(() -> told.count("accept") > 0);
    int asked = server.kernel.calls("accept4");
    int pausesBefore = server.clock.pauses();
    server.turns(5);
    assertEquals(pausesBefore + 5, server.clock.pauses());
    assertEquals(asked, server.kernel.calls("accept4"));
    server.kernel.relent("accept4");
    server.kernel.relent("epoll_ctl MOD");
    clockMovesOn();
    assertEquals(200, server.replyTo(waiting).status());
  }

  @Test
  void aDoorThatTheKernelWillNotOpenAgainIsTriedAgain() throws IOException {
    server.kernel.failTheNth("accept4", 1, Errno.EMFILE);
    Guest waiting = server.guest().say(Guest.HELLO);
    server.turnUntil(() -> told.count("accept") == 1);
    server.kernel.failTheNth("epoll_ctl MOD", 1, Errno.ENOMEM);
    clockMovesOn();
    assertFalse(waiting.hears());
    clockMovesOn();
    assertEquals(200, server.replyTo(waiting).status());
  }

  @Test
  void aServerThatStopsWhileItsDoorIsClosedHasNothingToComplainOf() throws IOException {
    Guest inside = server.guest().say("GET ");
    server.turns(3);
    server.kernel.failEvery("accept4", Errno.EMFILE);
    server.guest();
    server.turnUntil(() -> told.count("accept") == 1);
    server.reactor.stop();
    server.turns(2);
    server.after(A_MOMENT).after(A_MOMENT);
    assertEquals(1, told.count("accept"), () -> told.lines().toString());
    assertEquals(200, server.replyTo(inside.say("/ HTTP/1.1\r\nHost: manor\r\n\r\n")).status());
  }
}
