package manor.exercises.knock;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.Waker;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** News from another thread, while the driver sleeps, or does not. */
@TestMethodOrder(OrderAnnotation.class)
class StrangerTest extends TriedHouse {
  private static final String STRANGER = "a stranger";

  @Test
  @Order(1)
  void oneWhoSleepsIsWokenByAKnock() throws Exception {
    whenAsleep(bell::notifyOne);
    house.run(bell.notified(), SLEEPS);
    that(
        knocks() > before,
        "Another thread brought news while the driver slept, and did not knock; an earlier knock,"
            + " made"
            + " for nothing,\nhappened to wake it. asleep is true as long as the driver sleeps:"
            + " then"
            + " somebody has to knock.");
    equal(1, knocks() - before, "One stranger came while the driver slept: he knocks once.");
  }

  @Test
  @Order(2)
  void theTaskIsInTheInboxBeforeTheKnock() throws Exception {
    CountDownLatch awake = new CountDownLatch(1);
    FutureTask<Void> stranger = new FutureTask<>(bell::notifyOne, null);
    CountDownLatch knocked = new CountDownLatch(1);
    house.afterEachKnock(
        () -> {
          if (Thread.currentThread().getName().equals(STRANGER)) {
            knocked.countDown();
            await(awake);
          }
        });
    house.beforeEachWait(() -> startOrFinish(stranger, knocked, awake));
    Future<Void> rung = bell.notified();
    Future<Void> main =
        context -> {
          if (knocked.getCount() == 0) {
            awake.countDown();
          }
          return rung.poll(context);
        };
    house.run(
        main,
        "A stranger knocked first, and put his task into the inbox afterwards:\n"
            + "  1. the stranger knocked\n"
            + "  2. the driver woke, found nobody in the inbox, and went to sleep again\n"
            + "  3. the stranger put the task into the inbox. Nobody will look.\n"
            + "Put it in first, then look whether anybody sleeps.");
  }

  @Test
  @Order(3)
  void ofManyStrangersOneKnocks() throws Exception {
    whenAsleep(
        () -> {
          bell.notifyOne();
          bell.notifyOne();
          bell.notifyOne();
        });
    Future<List<Void>> all =
        Future.join(
            List.of(
                house.runtime().spawn(bell.notified()),
                house.runtime().spawn(bell.notified()),
                house.runtime().spawn(bell.notified())));
    house.run(all, SLEEPS);
    equal(
        1,
        knocks() - before,
        "Three tasks got news from outside during one sleep. The first knock wakes the driver; the"
            + " others are for nothing.\nOnly the one who turns asleep from true to false need"
            + " knock.");
  }

  @Test
  @Order(4)
  void aStrangerLeavesTheExecutorsOwnQueueAlone() throws Exception {
    int[] waits = {-1, -1};
    Future<Void> second = afterFirstPoll(() -> waits[1] = house.count("epoll_wait"));
    Future<Void> first =
        context -> {
          waits[0] = house.count("epoll_wait");
          onAnotherThread(bell::notifyOne);
          return Poll.ready(null);
        };
    house.run(
        Future.join(List.of(house.runtime().spawn(second), house.runtime().spawn(first))),
        "A task got news from another thread while the executor was awake, and was left lying.");
    that(
        waits[1] > waits[0],
        "Another thread woke a task, and it was polled in the same round: so it was put straight"
            + " into the executor's own queue.\nThat is an ArrayDeque, which two threads at once"
            + " destroy. Strangers throw theirs into the inbox.");
  }

  @Test
  @Order(5)
  void atAnOpenDoorNobodyKnocks() throws Exception {
    Future<Void> waits = house.runtime().spawn(bell.notified());
    Future<Void> first =
        context -> {
          before = knocks();
          onAnotherThread(bell::notifyOne);
          return Poll.ready(null);
        };
    house.run(
        Future.join(List.of(waits, first)),
        "A task got news from another thread while the executor was awake, and was left lying.");
    equal(
        0,
        knocks() - before,
        "A stranger came while the executor was awake: it looks into the inbox before it sleeps, so"
            + " nobody need knock.");
  }

  @Test
  @Order(6)
  void everySleepCanBeEnded() throws Exception {
    int[] rounds = new int[1];
    Waker[] kept = new Waker[1];
    Future<Void> main = context -> threeTimes(context, rounds, kept);
    Future<Void> counted =
        context -> {
          before = rounds[0] == 0 ? knocks() : before;
          return main.poll(context);
        };
    house.beforeEachWait(() -> onAnotherThread(() -> wake(kept)));
    house.run(
        counted,
        "The driver was woken by a knock, slept again, and the next stranger did not knock.");
    equal(3, knocks() - before, "Three sleeps, and in each a stranger came: three knocks.");
  }

  /** Before the first wait the stranger starts, and knocks; before the second he may go on. */
  private static void startOrFinish(
      FutureTask<Void> stranger, CountDownLatch knocked, CountDownLatch awake) {
    if (knocked.getCount() > 0) {
      Thread thread = new Thread(stranger, STRANGER);
      thread.setDaemon(true);
      thread.start();
      await(knocked, stranger);
      return;
    }
    awake.countDown();
    await(stranger);
  }

  private static void await(CountDownLatch knocked, FutureTask<Void> stranger) {
    while (knocked.getCount() > 0 && !stranger.isDone()) {
      Thread.yield();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(FutureTask<Void> stranger) {
    try {
      stranger.get(5, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException("the stranger did not come to an end", failed);
    }
  }

  /** Waits for the bell; at every poll but the first {@code deed} is done. */
  private Future<Void> afterFirstPoll(Runnable deed) {
    Future<Void> rung = bell.notified();
    boolean[] polled = new boolean[1];
    return context -> {
      if (polled[0]) {
        deed.run();
      }
      polled[0] = true;
      return rung.poll(context);
    };
  }

  private static Poll<Void> threeTimes(Context context, int[] rounds, Waker[] kept) {
    if (++rounds[0] > 3) {
      return Poll.ready(null);
    }
    kept[0] = context.waker().clone();
    return Poll.pending();
  }

  private static void wake(Waker[] kept) {
    Waker waker = kept[0];
    kept[0] = null;
    if (waker != null) {
      waker.wake();
    }
  }
}
