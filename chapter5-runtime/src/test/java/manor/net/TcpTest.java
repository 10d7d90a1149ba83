package manor.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import manor.io.ShutdownException;
import manor.runtime.Descriptors;
import manor.runtime.JoinHandle;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.task.Asked;
import manor.task.Future;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class TcpTest {
  private final long before = Descriptors.open();
  private final Town town;
  private final Memory memory = Memory.allocate(1 << 16);

  TcpTest(Kernel kernel) throws ErrnoException {
    town = new Town(kernel);
  }

  /** Whatever a test left open is the runtime's to close. */
  @AfterEach
  void nothingStaysOpen() {
    town.close();
    assertEquals(before, Descriptors.open());
  }

  private <T> T run(Future<T> future) throws Exception {
    return town.runtime.blockOn(future);
  }

  @Test
  void bytesGoBothWays() throws Exception {
    Town.Ends ends = town.connection();
    memory.bytes().put(0, "hello".getBytes(US_ASCII));
    assertEquals(5, run(ends.guest().write(memory, 0, 5)));
    assertEquals(5, run(ends.host().read(memory, 100, 50)));
    run(ends.host().writeAll(memory, 100, 5));
    run(Town.readAll(ends.guest(), memory, 5));
    byte[] answer = new byte[5];
    memory.bytes().get(0, answer);
    assertEquals("hello", new String(answer, US_ASCII));
  }

  @Test
  void bothEndsKnowWhereTheyAre() throws Exception {
    Town.Ends ends = town.connection();
    assertEquals(ends.guest().localAddress(), ends.host().peerAddress());
    assertEquals(ends.host().localAddress(), ends.guest().peerAddress());
    assertTrue(ends.host().toString().endsWith("peer " + port(ends) + ")"));
    ends.host().sendAtOnce();
  }

  private static String port(Town.Ends ends) throws ErrnoException {
    return "127.0.0.1:" + ends.guest().localAddress().getPort();
  }

  @Test
  void muchIsWrittenWhileItIsRead() throws Exception {
    Town.Ends ends = town.connection();
    int times = 200;
    int[] left = {times};
    JoinHandle<Void> writer =
        town.runtime.spawn(
            Future.loop(
                () -> ends.guest().writeAll(memory, 0, memory.size()).map(all -> --left[0] > 0)));
    Memory desk = Memory.allocate(memory.size());
    for (int i = 0; i < times; i++) {
      run(Town.readAll(ends.host(), desk, desk.size()));
    }
    run(writer);
  }

  @Test
  void shutdownIsTheEndForTheOtherAndNotForUs() throws Exception {
    Town.Ends ends = town.connection();
    ends.guest().shutdown();
    assertEquals(0, run(ends.host().read(memory, 0, 1)));
    run(ends.host().writeAll(memory, 0, 7));
    assertEquals(7, run(ends.guest().read(memory, 0, 100)));
    ends.host().close();
    assertEquals(0, run(ends.guest().read(memory, 0, 1)));
    ends.guest().shutdown();
  }

  @Test
  void aResetIsAFailure() throws Exception {
    Town.Ends ends = town.connection();
    run(ends.guest().writeAll(memory, 0, 1));
    run(ends.host().readable());
    ends.host().close();
    var thrown = assertThrows(ErrnoException.class, () -> run(ends.guest().read(memory, 0, 1)));
    assertEquals(Errno.ECONNRESET, thrown.errno());
  }

  @Test
  void twoTasksShareAConnectionOnceItIsSplit() throws Exception {
    Town.Ends ends = town.connection();
    Halves halves = ends.guest().split();
    Memory desk = Memory.allocate(8);
    JoinHandle<Integer> reader = town.runtime.spawn(halves.reader().read(desk, 0, 8));
    run(halves.writer().writeAll(memory, 0, 3));
    assertEquals(3, run(ends.host().read(memory, 0, 8)));
    assertFalse(reader.isFinished());
    run(ends.host().writeAll(memory, 0, 2));
    assertEquals(2, run(reader));
    halves.writer().shutdown();
    assertEquals(0, run(ends.host().read(memory, 0, 8)));
    ends.host().close();
    assertEquals(0, run(halves.reader().read(desk, 0, 8)));
    assertTrue(run(halves.reader().readable()).ready().isReadable());
  }

  @Test
  void whatIsKnownCanBeSeenWithoutWaiting() throws Exception {
    Town.Ends ends = town.connection();
    run(ends.host().writable());
    assertTrue(ends.host().peekReady().isWritable());
    assertFalse(ends.host().peekReady().isReadable());
    run(ends.guest().writeAll(memory, 0, 1));
    run(ends.host().readable());
    assertTrue(ends.host().peekReady().isReadable());
  }

  @Test
  void whereNobodyListensConnectingIsRefused() throws Exception {
    TcpListener listener = town.listener();
    InetSocketAddress address = listener.localAddress();
    listener.close();
    var thrown =
        assertThrows(
            ErrnoException.class, () -> run(TcpStream.connect(town.runtime.handle(), address)));
    assertEquals("connect: ECONNREFUSED (Connection refused)", thrown.getMessage());
    assertEquals(0, town.runtime.handle().registrations());
  }

  @Test
  void aDroppedConnectLeavesNothingOpen() throws Exception {
    TcpListener listener = town.listener();
    long opened = Descriptors.open();
    Asked<TcpStream> connect =
        new Asked<>(TcpStream.connect(town.runtime.handle(), listener.localAddress()));
    assertTrue(connect.isPending());
    connect.drop();
    connect.drop();
    assertEquals(opened, Descriptors.open());
    assertEquals(0, connect.wakersLeft());
  }

  @Test
  void aPortInUseIsRefused() throws Exception {
    TcpListener listener = town.listener();
    InetSocketAddress address = listener.localAddress();
    var thrown =
        assertThrows(
            ErrnoException.class, () -> run(TcpListener.bind(town.runtime.handle(), address)));
    assertEquals(Errno.EADDRINUSE, thrown.errno());
  }

  @Test
  void aPortIsSharedByThoseWhoAgree() throws Exception {
    TcpListener one = run(TcpListener.bindShared(town.runtime.handle(), Town.ANYWHERE));
    TcpListener other = run(TcpListener.bindShared(town.runtime.handle(), one.localAddress()));
    assertEquals(one.localAddress(), other.localAddress());
  }

  @Test
  void eachConnectionGoesToOneOfThoseWhoWait() throws Exception {
    TcpListener listener = town.listener();
    List<JoinHandle<TcpStream>> hosts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      hosts.add(town.runtime.spawn(listener.accept()));
    }
    Set<InetSocketAddress> guests = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      guests.add(
          run(TcpStream.connect(town.runtime.handle(), listener.localAddress())).localAddress());
    }
    Set<InetSocketAddress> seen = new HashSet<>();
    for (JoinHandle<TcpStream> host : hosts) {
      seen.add(run(host).peerAddress());
    }
    assertEquals(guests, seen);
    assertEquals(0, listener.waiting());
  }

  @Test
  void oneTaskWaitsForManyListeners() throws Exception {
    List<TcpListener> listeners = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      listeners.add(town.listener());
    }
    Future<TcpStream> any =
        Future.pollFn(
            context -> {
              for (TcpListener listener : listeners) {
                Poll<TcpStream> poll = listener.pollAccept(context);
                if (poll.isReady()) {
                  return poll;
                }
              }
              return Poll.pending();
            });
    for (TcpListener listener : listeners) {
      JoinHandle<TcpStream> guest =
          town.runtime.spawn(TcpStream.connect(town.runtime.handle(), listener.localAddress()));
      TcpStream host = run(any);
      assertEquals(run(guest).localAddress(), host.peerAddress());
      assertEquals(listener.localAddress(), host.localAddress());
      host.close();
    }
  }

  @Test
  void aListenerThatClosesTellsWhoeverWaits() throws Exception {
    TcpListener listener = town.listener();
    Asked<TcpStream> accept = new Asked<>(listener.accept());
    assertTrue(accept.isPending());
    listener.close();
    assertEquals(1, accept.wakes());
    assertThrows(ShutdownException.class, accept::poll);
  }

  @Test
  void aReadThatTakesTooLongLeavesNoWaiterBehind() throws Exception {
    Town.Ends ends = town.connection();
    assertThrows(
        TimeoutException.class,
        () ->
            run(
                town.runtime
                    .handle()
                    .timeout(Duration.ofMillis(1), ends.host().read(memory, 0, 1))));
    assertEquals(0, ends.host().waiting());
    run(ends.guest().writeAll(memory, 0, 1));
    assertEquals(1, run(ends.host().read(memory, 0, 9)), "and takes no byte with it");
  }
}
