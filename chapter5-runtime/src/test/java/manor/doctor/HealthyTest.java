package manor.doctor;

import static manor.epoll.Interest.READABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import manor.io.PollEvented;
import manor.io.Registration;
import manor.io.SignalKind;
import manor.net.TcpListener;
import manor.net.TcpStream;
import manor.runtime.JoinHandle;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.Waker;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that wait, some of them for ever, and are well. */
@RealKernel
@Timeout(60)
class HealthyTest {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  record Guest(String what, Sickbed.Program program) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Guest> guests() {
    return Stream.of(
        new Guest("a server that nobody visits", HealthyTest::idleServer),
        new Guest("a server whose guests say nothing more", HealthyTest::quietGuests),
        new Guest(
            "a timer of a day", bed -> bed.runtime.spawn(bed.handle.sleep(Duration.ofDays(1)))),
        new Guest("one that waits for a signal", HealthyTest::signal),
        new Guest("one that waits for a bell", bed -> bed.runtime.spawn(new Notify().notified())),
        new Guest("one that waits for another that waits", HealthyTest::joining),
        new Guest("a race between a bell and a timer", HealthyTest::racing),
        new Guest("a time limit that lasts", HealthyTest::timeLimit),
        new Guest("a clock that strikes", HealthyTest::clock),
        new Guest("many who wait for the same descriptor", HealthyTest::manyWaiters),
        new Guest("a reader that takes single bytes to the end", HealthyTest::singleBytes),
        new Guest("a writer that found no room", HealthyTest::fullPipe),
        new Guest("one that was woken by a stranger and waits again", HealthyTest::stranger),
        new Guest(
            "one that was aborted", bed -> bed.runtime.spawn(new Notify().notified()).abort()),
        new Guest("a bell that was rung for nobody, and kept", HealthyTest::keptRing),
        new Guest("one that yields often and ends", HealthyTest::yieldsAndEnds),
        new Guest("two that ring each other for long", HealthyTest::volley));
  }

  private static void idleServer(Sickbed bed) throws Exception {
    TcpListener door = bed.runtime.blockOn(TcpListener.bind(bed.handle, ANYWHERE));
    bed.runtime.spawn(Future.loop(() -> door.accept().map(guest -> true)));
    bed.runtime.spawn(context -> door.pollAccept(context));
  }

  private static void quietGuests(Sickbed bed) throws Exception {
    TcpListener door = bed.runtime.blockOn(TcpListener.bind(bed.handle, ANYWHERE));
    Memory memory = Memory.allocate(16);
    List<TcpStream> friends = new ArrayList<>();
    bed.runtime.spawn(Future.loop(() -> door.accept().map(guest -> greets(bed, guest, memory))));
    for (int i = 0; i < 3; i++) {
      TcpStream friend = bed.runtime.blockOn(TcpStream.connect(bed.handle, door.localAddress()));
      friends.add(friend);
      bed.runtime.blockOn(friend.writeAll(bed.memory, 0, 5));
      bed.runtime.blockOn(friend.read(bed.memory, 0, 5));
    }
    bed.runtime.spawn(friends.get(0).read(bed.memory, 0, 5));
  }

  private static boolean greets(Sickbed bed, TcpStream guest, Memory memory) {
    bed.runtime.spawn(
        Future.loop(
            () ->
                guest
                    .read(memory, 0, 16)
                    .then(count -> guest.writeAll(memory, 0, count).map(all -> count > 0))));
    return true;
  }

  private static void signal(Sickbed bed) throws Exception {
    bed.runtime.spawn(bed.handle.signal(SignalKind.SIGUSR2));
  }

  private static void joining(Sickbed bed) {
    JoinHandle<Void> other = bed.runtime.spawn(new Notify().notified());
    bed.runtime.spawn(other);
  }

  private static void racing(Sickbed bed) {
    Notify bell = new Notify();
    bed.runtime.spawn(
        Future.loop(
            () ->
                Future.<Void>race(bell.notified(), bed.handle.sleep(Duration.ofMillis(50)))
                    .map(first -> true)));
  }

  private static void timeLimit(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair();
    Registration io = bed.handle.register(pair.guest(), READABLE);
    bed.runtime.spawn(bed.handle.timeout(Duration.ofDays(1), io.readiness(READABLE)));
  }

  private static void clock(Sickbed bed) {
    var clock = bed.handle.interval(Duration.ofMillis(40));
    bed.runtime.spawn(Future.loop(() -> clock.tick().map(struck -> true)));
  }

  private static void manyWaiters(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair();
    PollEvented<Fd> io = new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
    for (int i = 0; i < 5; i++) {
      bed.runtime.spawn(io.read(bed.memory, 0, 1));
    }
    bed.says(pair, 3);
  }

  private static void singleBytes(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair(bed.quiet);
    PollEvented<Fd> io = new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
    bed.runtime.spawn(
        context -> {
          while (io.pollRead(context, bed.memory, 0, 1).isReady()) {
            continue;
          }
          return Poll.pending();
        });
    bed.says(pair, 10);
    bed.rest();
    bed.says(pair, 10);
  }

  private static void fullPipe(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair();
    PollEvented<Fd> io =
        new PollEvented<>(bed.handle, pair.guest(), pair.guest(), PollEvented.BOTH_WAYS);
    Memory much = Memory.allocate(65_536);
    bed.runtime.spawn(Future.loop(() -> io.write(much, 0, 65_536).map(count -> true)));
  }

  private static void stranger(Sickbed bed) throws Exception {
    Waker[] field = new Waker[1];
    bed.runtime.spawn(
        (Context context) -> {
          field[0] = context.waker().clone();
          return Poll.pending();
        });
    bed.rest();
    Thread stranger = new Thread(field[0]::wake, "stranger");
    stranger.start();
    stranger.join();
  }

  private static void keptRing(Sickbed bed) {
    Notify bell = new Notify();
    bell.notifyOne();
    bed.runtime.spawn(Future.loop(() -> bell.notified().map(rung -> true)));
  }

  private static void yieldsAndEnds(Sickbed bed) {
    int[] polls = new int[1];
    bed.runtime.spawn(
        context -> {
          Sickbed.yields(context);
          return polls[0]++ < 1_000 ? Poll.pending() : Poll.ready(null);
        });
  }

  private static void volley(Sickbed bed) {
    Notify ping = new Notify();
    Notify pong = new Notify();
    bed.runtime.spawn(Future.loop(() -> ping.notified().map(heard -> ring(pong))));
    bed.runtime.spawn(Future.loop(() -> pong.notified().map(heard -> ring(ping))));
    ping.notifyOne();
  }

  private static boolean ring(Notify bell) {
    bell.notifyOne();
    return true;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guests")
  void isNotDiagnosedAlive(Guest guest, Kernel kernel) throws Exception {
    assertEquals(List.of(), Sickbed.live(kernel, guest.program));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guests")
  void isNotDiagnosedAfterwards(Guest guest, Kernel kernel) throws Exception {
    assertEquals(List.of(), Sickbed.afterwards(kernel, guest.program));
  }
}
