package manor.exercises.setreadiness;

import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import manor.exercises.ScriptedSteward;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.task.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class NewsTest implements Ledger {
  private static final int ROUNDS = 5_000;
  private static final long A_WHILE = 25_000_000;

  private final List<String> written = new ArrayList<>();
  private boolean writing = true;
  private final ScriptedSteward steward = new ScriptedSteward(this);
  private final Registration guest = steward.register(READABLE.and(WRITABLE));

  @AfterEach
  void close() {
    steward.close();
  }

  @Override
  public void readinessSet(long token, int ready, int tick) {
    write("set, tick " + tick);
  }

  @Override
  public void readinessCleared(long token, int ready, int tick) {
    write("cleared, tick " + tick);
  }

  @Override
  public void clearRefused(long token, int seenTick, int tick) {
    write("refused, seen " + seenTick + " now " + tick);
  }

  private void write(String line) {
    if (writing) {
      written.add(line);
    }
  }

  private void told(int bits) {
    steward.hears(guest, bits).turn();
  }

  private static ReadyEvent seen(int bits, int tick) {
    return new ReadyEvent(bits, tick, false);
  }

  private static String known(ReadyEvent event) {
    return names(event.bits()) + ", tick " + event.tick();
  }

  private void known(int bits, int tick, String otherwise) {
    equal(known(seen(bits, tick)), known(guest.peek()), otherwise);
  }

  @Test
  @Order(1)
  void newsAreWrittenDown() {
    told(EPOLLIN);
    that(guest.peek().bits() != 0, "The kernel told EPOLLIN, and nothing is known of it.");
    known(EPOLLIN, 1, "The kernel told EPOLLIN for the first time: that is tick 1.");
  }

  @Test
  @Order(2)
  void everyNewsHasATickOfItsOwn() {
    told(EPOLLIN);
    told(EPOLLIN);
    known(
        EPOLLIN,
        2,
        "The same news came twice. They are two: the tick must go on each time.\n"
            + "A task that saw the first and finds nothing left to read would take away the second"
            + " as well.");
  }

  @Test
  @Order(3)
  void newsAreAddedToWhatIsKnown() {
    told(EPOLLOUT);
    told(EPOLLIN);
    known(
        EPOLLIN | EPOLLOUT,
        2,
        "First the kernel told EPOLLOUT, then EPOLLIN. Nobody has taken EPOLLOUT away:\n"
            + "an edge is told once, so what is lost here nobody hears again. Add the bits (or).");
  }

  @Test
  @Order(4)
  void clearingTakesAwayWhatWasSeenAndNoMore() {
    told(EPOLLIN | EPOLLOUT);
    boolean cleared = guest.clearReadiness(seen(EPOLLIN, 1));
    that(cleared, "The tick seen was 1 and still is 1, so clearing is allowed: answer true.");
    equal(
        names(EPOLLOUT),
        names(guest.peek().bits()),
        "A read would have blocked, so EPOLLIN is taken away, and nothing else:\n"
            + "that there is room to write is as true as before.");
    known(EPOLLOUT, 1, "Taking readiness away is no news: the tick stays.");
  }

  @Test
  @Order(5)
  void clearingWithAStaleTickIsRefused() {
    told(EPOLLIN);
    told(EPOLLIN);
    boolean cleared = guest.clearReadiness(seen(EPOLLIN, 1));
    known(
        EPOLLIN,
        2,
        "A task saw tick 1, tried to read, and found nothing. Before it could say so, news came"
            + " (tick 2).\nThen it cleared what it had seen in tick 1: the news are gone, nobody"
            + " reads them, and the kernel,\nedge-triggered, tells them once. Compare the ticks.");
    that(!cleared, "Clearing with a stale tick changes nothing, and must answer false.");
    that(
        !guest.clearReadiness(seen(EPOLLIN, 3)),
        "The tick seen is not the tick now: only an equal one may clear, for ticks wrap around.");
  }

  @Test
  @Order(6)
  void clearingAgainIsHarmless() {
    told(EPOLLIN);
    guest.clearReadiness(seen(EPOLLIN, 1));
    that(
        guest.clearReadiness(seen(EPOLLIN, 1)),
        "Two tasks found nothing to read, one after the other. The second takes away what is gone"
            + " already:\nno newer news had come, so the answer is true.");
    known(0, 1, "What was taken away twice is still away.");
  }

  @Test
  @Order(7)
  void aShutdownIsForEver() {
    told(EPOLLIN);
    steward.deregister(guest);
    guest.clearReadiness(seen(EPOLLIN, 1));
    that(
        guest.peek().shutdown(),
        "The registration was shut down, and then somebody cleared its readiness: the shutdown was"
            + " forgotten.\nWhoever waits then waits for ever. Keep current.shutdown().");
  }

  @Test
  @Order(8)
  void theLedgerIsTold() {
    told(EPOLLIN);
    told(EPOLLIN);
    guest.clearReadiness(seen(EPOLLIN, 1));
    guest.clearReadiness(seen(EPOLLIN, 2));
    equal(
        List.of("set, tick 1", "set, tick 2", "refused, seen 1 now 2", "cleared, tick 2"),
        written,
        "The ledger hears of every change (tell) and of every refusal (ledger.clearRefused).");
  }

  /** Ordered by luck; the right answer needs none. */
  @Test
  @Order(9)
  void newsAreNotLostToOneWhoClearsAtTheSameTime() throws Exception {
    writing = false;
    told(EPOLLIN);
    AtomicInteger round = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    FutureTask<Void> task = start(() -> clearEachRound(round, done));
    int tick = 1;
    long end = System.nanoTime() + A_WHILE;
    boolean kept = true;
    while (kept && tick < ROUNDS && System.nanoTime() - end < 0) {
      round.set(tick);
      told(EPOLLIN);
      await(done, tick);
      tick++;
      kept = guest.peek().equals(seen(EPOLLIN, tick));
    }
    ReadyEvent last = guest.peek();
    round.set(-1);
    task.get();
    that(
        kept,
        "The driver brought EPOLLIN as tick "
            + tick
            + "; at the same time another thread cleared what it had seen in tick "
            + (tick - 1)
            + ".\nWhoever was first, EPOLLIN of tick "
            + tick
            + " must be known now. Known: "
            + known(last)
            + ".\nCheck and change are one step: read, check, compute, compareAndSet; and if"
            + " somebody was faster, begin again.");
  }

  private void clearEachRound(AtomicInteger round, AtomicInteger done) {
    for (int tick = 1; await(round, tick); tick++) {
      for (int late = tick % 128; late > 0; late--) {
        Thread.onSpinWait();
      }
      guest.clearReadiness(seen(EPOLLIN, tick));
      done.set(tick);
    }
  }

  /** Until the number is there; false when it is negative. */
  private static boolean await(AtomicInteger number, int wanted) {
    int spins = 0;
    while (number.get() >= 0 && number.get() < wanted) {
      if (++spins % 1000 == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
    return number.get() >= 0;
  }

  @Test
  @Order(10)
  void twoWhoClearAtTheSameTimeBothMay() throws Exception {
    writing = false;
    told(EPOLLIN);
    ReadyEvent seen = seen(EPOLLIN, 1);
    AtomicBoolean done = new AtomicBoolean();
    FutureTask<Void> task =
        start(
            () -> {
              while (!done.get()) {
                guest.clearReadiness(seen);
              }
            });
    boolean cleared = true;
    long end = System.nanoTime() + A_WHILE;
    for (int i = 0; i < 100 * ROUNDS && cleared && System.nanoTime() - end < 0; i++) {
      cleared = guest.clearReadiness(seen);
    }
    done.set(true);
    task.get();
    that(
        cleared,
        "Two threads cleared what they had seen in tick 1, and it still was tick 1: both may.\n"
            + "But one was told false, because the other's compareAndSet came in between. Begin"
            + " again then.");
  }

  private static FutureTask<Void> start(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, "task");
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
