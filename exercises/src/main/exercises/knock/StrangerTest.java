package manor.exercises.knock;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import manor.exercises.BoxedHouse;
import manor.exercises.CallOrder;
import manor.io.Handle;
import manor.task.Context;
import manor.task.Future;
import manor.task.Ledger;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.Waker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class StrangerTest implements Ledger {
  private static final String STRANGER = "a stranger";
  private static final String SLEEPS =
      "Another thread brought news for a task while the driver slept. The task stands in the queue,"
          + " and the driver sleeps on:\nnobody has knocked.";

  private static final long FIRST_TASK = 1;

  private final List<String> queued = new ArrayList<>();
  private final Map<Long, Integer> polls = new HashMap<>();
  private final BoxedHouse house = new BoxedHouse(this);
  private final Notify bell = new Notify();
  private int before;

  @AfterEach
  void close() {
    house.close();
  }

  @Override
  public synchronized void taskQueued(long task, boolean foreign) {
    queued.add(foreign ? "from outside" : "from inside");
  }

  @Override
  public synchronized void taskPolled(long task) {
    polls.merge(task, 1, Integer::sum);
  }

  /** What another thread does, once, when the driver is about to sleep. */
  private void whenAsleep(Runnable deed) {
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          before = knocks();
          onAnotherThread(deed);
        });
  }

  private int knocks() {
    return house.count("write");
  }

  @Test
  @Order(1)
  void aTaskThatIsQueuedIsPolled() throws Exception {
    house.run(
        Future.ready(null),
        "A task was spawned before the runtime ran, and so by a stranger, for nobody is owner"
            + " yet. It"
            + " was never polled:\nit stands in no queue. Strangers throw theirs into the inbox.");
  }

  @Test
  @Order(2)
  void aPieceOfNewsIsOnePoll() throws Exception {
    house.runtime().spawn(bell.notified());
    Handle handle = house.runtime().handle();
    house.run(
        ringing().then(rung -> handle.sleep(Duration.ofMillis(1))),
        "A task was woken by its own thread, and was never polled again: it stands in no queue.");
    equal(
        2,
        polls.get(FIRST_TASK),
        "A task was polled once at first, and got one piece of news from its own thread: two polls."
            + " Was it put into both queues?\nWhat the owner's thread brings goes into its own"
            + " queue, what"
            + " a stranger brings into the inbox.");
  }

  @Test
  @Order(3)
  void oneWhoIsAwakeNeedsNoKnock() throws Exception {
    Future<Void> first =
        context -> {
          before = knocks();
          return Poll.ready(null);
        };
    Future<List<Void>> main = Future.join(List.of(first, bell.notified(), ringing()));
    house.run(main, "A task was woken by its own thread, and was never polled again.");
    equal(
        0,
        knocks() - before,
        "The news came from the runtime's own thread, which is awake, or it could not have brought"
            + " it;\nand somebody knocked. Each knock is a write, and the next wait ends for"
            + " nothing.");
    equal(
        0,
        house.count("epoll_wait"),
        "News from the runtime's own thread: the task can be polled in this very round. It had to"
            + " wait for the next,\nand the kernel was asked in between for nothing. The own queue"
            + " is for the own thread.");
  }

  private Future<Void> ringing() {
    return context -> {
      bell.notifyOne();
      return Poll.ready(null);
    };
  }

  @Test
  @Order(4)
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
  @Order(5)
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

  @Test
  @Order(6)
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
  @Order(7)
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

  @Test
  @Order(8)
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
  @Order(9)
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

  @Test
  @Order(10)
  void theLedgerHearsWhoCameFromOutside() throws Exception {
    whenAsleep(bell::notifyOne);
    house.run(bell.notified().then(rung -> yielding()), SLEEPS);
    equal(
        List.of("from outside", "from outside", "from inside"),
        queued,
        "The ledger hears of every task that is queued: of the first, spawned before the runtime"
            + " ran;\nof the stranger's; and of one that woke itself.");
  }

  private static Future<Void> yielding() {
    boolean[] yielded = new boolean[1];
    return context -> {
      if (yielded[0]) {
        return Poll.ready(null);
      }
      yielded[0] = true;
      context.waker().wakeByRef();
      return Poll.pending();
    };
  }

  /** No run on one thread shows this order, so it is read from the class file. */
  @Test
  @Order(11)
  void firstTheInboxThenTheLook() {
    CallOrder order = CallOrder.of(getClass(), "manor.runtime.Executor", "queue");
    that(
        order.first("RunQueue.throwIn")
            < order.first("AtomicBoolean.(?!set$).*|RunQueue.(inboxIsEmpty|size)"),
        "A stranger may come in the very moment in which the driver falls asleep, and nobody"
            + " knocks:\n"
            + "  1. the stranger looked: nobody is asleep, or the inbox is not empty\n"
            + "  2. the driver took what was in the inbox, said that it sleeps, looked once more,"
            + " and"
            + " slept\n"
            + "  3. the stranger put his task into the inbox. Nobody will look.\n"
            + "Put it in first, then look whether anybody sleeps.");
  }

  /** Nor does one thread show what two strangers do at once. */
  @Test
  @Order(12)
  void ofTwoStrangersAtOnceOneKnocks() {
    CallOrder order = CallOrder.of(getClass(), "manor.runtime.Executor", "queue");
    String inOneStep = "AtomicBoolean.(getAnd|compareAnd|weakCompareAnd).*|\\(lock\\)";
    that(
        order.first(inOneStep) >= 0,
        "Two strangers at once may both find that the driver is asleep, before either says that"
            + " it no"
            + " longer is. Then both knock.\nLook and change in one step: asleep.getAndSet(false)"
            + " answers true to one of them.");
  }
}
