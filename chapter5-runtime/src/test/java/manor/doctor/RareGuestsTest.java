package manor.doctor;

import static manor.epoll.Interest.READABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.io.PollEvented;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.net.TcpListener;
import manor.runtime.Parker;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.task.Context;
import manor.task.Future;
import manor.task.Mpsc;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.Waker;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that look ill, for they do by hand what the house does for others, and are well. */
@RealKernel
@Timeout(60)
class RareGuestsTest {
  private static final Duration LATER = Duration.ofMillis(100);

  record Oddity(String what, Sickbed.Program program) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Oddity> oddities() {
    return Stream.of(
        new Oddity("a home-made channel whose sender waits for guests", RareGuestsTest::channel),
        new Oddity("a home-made channel that was used before", RareGuestsTest::usedChannel),
        new Oddity("a counter that is read once an edge", RareGuestsTest::counter),
        new Oddity("a waker in a wrapping of its own", RareGuestsTest::wrapped),
        new Oddity("a spare waker that nobody needs", RareGuestsTest::spare),
        new Oddity("a race between two bells", RareGuestsTest::twoBells),
        new Oddity("futures that are handed from one task to another", RareGuestsTest::handedOn),
        new Oddity("a oneshot that is armed again each time", RareGuestsTest::oneshot),
        new Oddity("a reader who knows how much will come", RareGuestsTest::exact),
        new Oddity("a channel that a thread has fed", RareGuestsTest::fed));
  }

  /** A channel for one receiver, of a queue and a field. */
  private static final class LetterBox {
    private final Deque<Integer> letters = new ArrayDeque<>();
    private Waker owner;

    Poll<Integer> take(Context context) {
      if (letters.isEmpty()) {
        owner = context.waker().clone();
        return Poll.pending();
      }
      return Poll.ready(letters.remove());
    }

    boolean put(int letter) {
      letters.add(letter);
      if (owner != null) {
        owner.wake();
        owner = null;
      }
      return true;
    }
  }

  private static void channel(Sickbed bed) throws Exception {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TcpListener door = bed.runtime.blockOn(TcpListener.bind(bed.handle, anywhere));
    LetterBox box = new LetterBox();
    bed.runtime.spawn(box::take);
    bed.runtime.spawn(Future.loop(() -> door.accept().map(guest -> box.put(guest.number()))));
  }

  private static void usedChannel(Sickbed bed) {
    LetterBox box = new LetterBox();
    bed.runtime.spawn(
        context -> {
          while (box.take(context).isReady()) {
            continue;
          }
          return Poll.pending();
        });
    bed.runtime.spawn(bed.handle.sleep(LATER).map(slept -> box.put(1)));
  }

  private static void counter(Sickbed bed) throws Exception {
    EventFd knocks = EventFd.create(bed.handle.kernel());
    bed.keep(knocks.fd());
    Registration io = bed.handle.register(knocks.fd(), READABLE);
    bed.runtime.spawn(
        Future.loop(
            () ->
                io.readiness(READABLE)
                    .map(
                        (ReadyEvent event) -> {
                          knocks.drain();
                          return io.clearReadiness(event);
                        })));
    knocks.knock();
    bed.rest();
    knocks.knock();
  }

  /** Passes every call on to another waker. */
  private static final class Envelope {
    private static final RawWakerVTable VTABLE =
        new RawWakerVTable(
            inner -> Envelope.around((Waker) inner),
            inner -> ((Waker) inner).wake(),
            inner -> ((Waker) inner).wakeByRef(),
            inner -> ((Waker) inner).drop());

    static RawWaker around(Waker waker) {
      return new RawWaker(waker.clone(), VTABLE);
    }
  }

  private static void wrapped(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair();
    PollEvented<Fd> io = new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
    bed.runtime.spawn(
        (Context context) -> {
          Waker envelope = new Waker(Envelope.around(context.waker()));
          Poll<Integer> poll = io.pollRead(context.with(envelope), bed.memory, 0, 8);
          envelope.drop();
          return poll;
        });
  }

  private static void spare(Sickbed bed) {
    Deque<Waker> drawer = new ArrayDeque<>();
    Future<Void> bell = new Notify().notified();
    bed.runtime.spawn(
        context -> {
          drawer.add(context.waker().clone());
          return bell.poll(context);
        });
  }

  private static void twoBells(Sickbed bed) {
    bed.runtime.spawn(Future.<Void>race(new Notify().notified(), new Notify().notified()));
  }

  private static void handedOn(Sickbed bed) throws Exception {
    Registration io = bed.handle.register(bed.pair().guest(), READABLE);
    Future<ReadyEvent> readable = io.readiness(READABLE);
    Future<Void> bell = new Notify().notified();
    bed.runtime.blockOn(context -> Poll.ready(readable.poll(context).isReady()));
    bed.runtime.blockOn(context -> Poll.ready(bell.poll(context).isReady()));
    bed.runtime.spawn(readable);
    bed.runtime.spawn(bell);
  }

  private static void oneshot(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair();
    Epoll own = bed.epoll();
    own.addInterest(pair.guest(), new Token(7), READABLE.oneshot());
    Registration io = bed.handle.register(own.fd(), READABLE);
    Events events = new Events(4);
    bed.runtime.spawn(
        Future.loop(
            () ->
                io.asyncIo(READABLE, () -> own.wait(events, 0) == 0 ? null : events)
                    .map(told -> readsAndArms(bed, pair, own))));
    bed.says(pair, 1);
    bed.rest();
    bed.says(pair, 1);
  }

  private static boolean readsAndArms(Sickbed bed, Sickbed.Pair pair, Epoll own)
      throws IOException {
    pair.guest().read(bed.memory, 0, 8);
    own.modifyInterest(pair.guest(), new Token(7), READABLE.oneshot());
    return true;
  }

  private static void exact(Sickbed bed) throws Exception {
    Sickbed.Pair pair = bed.pair();
    Registration io = bed.handle.register(pair.guest(), READABLE);
    bed.runtime.spawn(
        Future.loop(
            () ->
                io.readiness(READABLE)
                    .map(
                        (ReadyEvent event) -> {
                          pair.guest().read(bed.memory, 0, 4);
                          return io.clearReadiness(event);
                        })));
    bed.says(pair, 4);
    bed.rest();
    bed.says(pair, 4);
  }

  private static void fed(Sickbed bed) throws Exception {
    Mpsc<Integer> channel = new Mpsc<>(8);
    Thread thread = new Thread(() -> feed(channel), "feeder");
    thread.start();
    thread.join();
    bed.runtime.spawn(Future.loop(() -> channel.receive().map(value -> value != null)));
    bed.rest();
    feed(channel);
  }

  private static void feed(Mpsc<Integer> channel) {
    try {
      for (int value = 0; value < 3; value++) {
        Parker.blockOn(channel.send(value));
      }
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void isNotDiagnosedAlive(Oddity oddity, Kernel kernel) throws Exception {
    assertEquals(List.of(), Sickbed.live(kernel, oddity.program));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void isNotDiagnosedAfterwards(Oddity oddity, Kernel kernel) throws Exception {
    assertEquals(List.of(), Sickbed.afterwards(kernel, oddity.program));
  }
}
