package manor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParkerTest {
  private final Notify ping = new Notify();
  private final Notify pong = new Notify();
  private final AtomicInteger rounds = new AtomicInteger();

  /** Plays against the test until a number of rounds is over. */
  private Future<Void> player(int last) {
    return Future.loop(
        () ->
            ping.notified()
                .map(
                    heard -> {
                      int round = rounds.incrementAndGet();
                      pong.notifyOne();
                      return round < last;
                    }));
  }

  private void play(int last) throws Exception {
    for (int i = 0; i < last; i++) {
      ping.notifyOne();
      Parker.blockOn(pong.notified());
    }
    assertEquals(last, rounds.get());
  }

  @Test
  void whatIsReadyNeedsNoParking() throws Exception {
    assertEquals("tea", Parker.blockOn(Future.ready("tea")));
  }

  @Test
  void aWakeBeforeTheParkIsNotLost() throws Exception {
    int[] polls = new int[1];
    Future<Integer> eager =
        context -> {
          context.waker().wakeByRef();
          return ++polls[0] < 1000 ? Poll.pending() : Poll.ready(polls[0]);
        };
    assertEquals(1000, Parker.blockOn(eager));
  }

  @Test
  void twoThreadsWakeEachOther() throws Exception {
    FutureTask<Void> player = new FutureTask<>(() -> Parker.blockOn(player(5_000)));
    new Thread(player, "player").start();
    play(5_000);
    player.get();
  }

  @Test
  void aVirtualThreadIsParkedAndUnparkedJustSo() throws Exception {
    FutureTask<Void> player = new FutureTask<>(() -> Parker.blockOn(player(500)));
    startVirtually(player);
    play(500);
    player.get();
  }

  /** The language level knows no virtual threads; the JDK that runs this may, from 21 on. */
  private static void startVirtually(Runnable work) throws ReflectiveOperationException {
    if (java.lang.Runtime.version().feature() >= 21) {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    } else {
      new Thread(work, "player").start();
    }
  }

  @Test
  void aFailureComesOutAndTheFutureIsDropped() {
    IOException reason = new IOException("no");
    AtomicInteger closes = new AtomicInteger();
    Future<Void> failing =
        context -> {
          throw reason;
        };
    Future<Void> closing = failing.closing(closes::incrementAndGet);
    assertSame(reason, assertThrows(IOException.class, () -> Parker.blockOn(closing)));
    assertEquals(1, closes.get());
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Parker.blockOn(ping.notified()));
    assertEquals(0, ping.waiting());
    assertTrue(!Thread.currentThread().isInterrupted());
  }
}
