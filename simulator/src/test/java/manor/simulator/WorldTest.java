package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import manor.simulator.ScriptedClient.Outcome;
import manor.syscall.Errno;
import manor.syscall.Linux;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final World world = new World();
  private final SimulatedKernel kernel = new SimulatedKernel(world);
  private final Calls calls = new Calls(kernel);
  private final int epoll = calls.epoll();
  private final int listener = calls.listener(Linux.AF_INET, 2);

  private Script connect() {
    return Script.start().connect(calls.name(listener, true));
  }

  private int accept() {
    calls.watch(epoll, listener, Linux.EPOLLIN);
    calls.ready(epoll, 1, -1);
    calls.control(epoll, Linux.EPOLL_CTL_DEL, listener, 0);
    int fd = calls.accept(listener);
    calls.watch(epoll, fd, Linux.EPOLLIN | Linux.EPOLLRDHUP);
    return fd;
  }

  @Test
  void waitingJumpsToTheNextThingThatHappens() {
    world.play(Script.start().pause(3 * SECOND).connect(calls.name(listener, true)));
    calls.watch(epoll, listener, Linux.EPOLLIN);
    assertEquals(List.of(listener + ":IN"), calls.ready(epoll, 1, 60_000));
    assertEquals(3, world.clock().nanos() / SECOND);
  }

  @Test
  void aTimeoutWithNothingToHappenPassesInVirtualTimeOnly() {
    long before = world.clock().nanos();
    assertEquals(List.of(), calls.ready(epoll, 1, 3_600_000));
    assertEquals(3600, (world.clock().nanos() - before) / SECOND);
  }

  @Test
  void aWaitThatNothingCanEndIsAFault() {
    assertThrows(IllegalStateException.class, () -> calls.ready(epoll, 1, -1));
  }

  @Test
  void aClientSendsInPiecesAndHearsTheAnswer() {
    ScriptedClient client =
        world.play(connect().send("Hel").pause(MILLI).send("lo").awaitBytes(3).close());
    int fd = accept();
    calls.ready(epoll, 1, -1);
    assertEquals("Hel", calls.read(fd, 9));
    calls.ready(epoll, 1, -1);
    assertEquals("lo", calls.read(fd, 9));
    calls.write(fd, "Hi!");
    calls.ready(epoll, 1, -1);
    assertEquals("", calls.read(fd, 9));
    assertEquals("Hi!", client.text());
    assertTrue(client.isDone());
  }

  @Test
  void aClientMayHalfCloseAndGoOnReading() {
    ScriptedClient client = world.play(connect().halfClose().awaitEnd());
    int fd = accept();
    calls.ready(epoll, 1, -1);
    assertEquals("", calls.read(fd, 9));
    calls.write(fd, "still there");
    kernel.close(fd);
    calls.ready(epoll, 1, 10);
    assertEquals("still there", client.text());
    assertEquals(Outcome.ENDED, client.outcome());
  }

  @Test
  void aClientMayCutTheConnection() {
    world.play(connect().pause(MILLI).reset());
    int fd = accept();
    calls.ready(epoll, 1, -1);
    assertEquals("ECONNRESET", calls.read(fd, 9));
  }

  @Test
  void aSlowReaderFillsTheBuffersAndGetsEveryByte() {
    ScriptedClient client = world.play(connect().readSlowly(1000, MILLI).awaitEnd());
    int fd = accept();
    int filled = calls.fill(fd);
    calls.control(epoll, Linux.EPOLL_CTL_MOD, fd, Linux.EPOLLOUT);
    assertEquals(List.of(), calls.ready(epoll, 1, 100));
    assertEquals(List.of(fd + ":OUT"), calls.ready(epoll, 1, 100_000));
    kernel.close(fd);
    calls.ready(epoll, 1, 100_000);
    assertEquals(filled, client.received().length);
  }

  @Test
  void aClientThatVanishesIsGivenUpAfterAQuarterOfAnHour() {
    world.play(connect().vanish());
    int fd = accept();
    calls.ready(epoll, 1, 1);
    assertEquals(4, calls.write(fd, "lost"));
    assertEquals(List.of(fd + ":IN|ERR|HUP|RDHUP"), calls.ready(epoll, 1, -1));
    assertEquals(924, world.clock().nanos() / SECOND);
    assertEquals(-Errno.ETIMEDOUT, calls.write(fd, "x"));
  }

  @Test
  void aFullBacklogMakesAClientAskAgain() {
    for (int i = 0; i < 3; i++) {
      world.play(connect());
    }
    ScriptedClient late = world.play(connect());
    calls.ready(epoll, 1, 500);
    assertEquals(Outcome.WAITING, late.outcome());
    accept();
    calls.ready(epoll, 1, 2_000);
    assertEquals(Outcome.CONNECTED, late.outcome());
  }

  @Test
  void whereNobodyListensAClientIsRefused() {
    ScriptedClient client = world.play(connect());
    kernel.close(listener);
    calls.ready(epoll, 1, 10);
    assertTrue(client.outcome() != Outcome.WAITING);
    ScriptedClient other =
        world.play(Script.start().connect(Calls.loopback(Linux.AF_INET, 1)).awaitEnd());
    calls.ready(epoll, 1, 10);
    assertEquals(Outcome.REFUSED, other.outcome());
  }
}
