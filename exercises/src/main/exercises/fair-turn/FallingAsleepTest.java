package manor.exercises.fairturn;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.time.Duration;
import manor.exercises.BoxedHouse;
import manor.exercises.CallOrder;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What turn does: how long the driver may sleep, and what others are told of it. */
@TestMethodOrder(OrderAnnotation.class)
class FallingAsleepTest {
  private static final String FORGOTTEN = "A timer was forgotten.";

  private final BoxedHouse house = new BoxedHouse();
  private final Notify bell = new Notify();
  private final int knocksBefore = house.count("write");

  @AfterEach
  void close() {
    house.close();
  }

  /** When the driver asks the kernel the next time, another thread does this meanwhile. */
  private void meanwhile(Runnable deed) {
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          onAnotherThread(deed);
        });
  }

  private void spawnQuickly() {
    house.runtime().spawn(context -> Poll.ready(null));
  }

  private void nobodyKnocked(String mistake) {
    equal(0, house.count("write") - knocksBefore, mistake + " Knocks:");
  }

  @Test
  @Order(1)
  void withNothingToDoTheDriverSleeps() throws Exception {
    house.run(house.runtime().handle().sleep(Duration.ofSeconds(1)), FORGOTTEN);
    int asked = house.count("epoll_wait");
    that(
        asked <= 3,
        "Nobody had anything to do for a second, and the kernel was asked "
            + asked
            + " times.\n"
            + house.lastCalls(3)
            + "\nWith no task in the queue and none in the inbox, the driver may sleep: FOREVER.");
  }

  @Test
  @Order(2)
  void aStrangerEndsTheSleep() throws Exception {
    meanwhile(bell::notifyOne);
    house.run(
        bell.notified(),
        "Another thread threw a task into the inbox while the driver slept, and the driver slept"
            + " on:\n"
            + "only who finds asleep true will knock. Say so before you look into the inbox.");
  }

  @Test
  @Order(3)
  void whatIsInTheInboxIsNotSleptOver() throws Exception {
    Future<Void> waits = house.runtime().spawn(bell.notified());
    boolean[] called = new boolean[1];
    Future<Void> main =
        context -> {
          Poll<Void> poll = waits.poll(context);
          if (!called[0]) {
            called[0] = true;
            onAnotherThread(bell::notifyOne);
          }
          return poll;
        };
    house.run(
        main,
        "A stranger threw a task into the inbox while another was polled. Nobody slept then, so"
            + " nobody knocked;\n"
            + "and the driver was sent to sleep without a look into the inbox.");
    onAnotherThread(this::spawnQuickly);
    nobodyKnocked(
        "Somebody stood in the inbox, so the driver only looked (wait 0). When it was back, asleep"
            + " stayed true,\n"
            + "and the next stranger knocked: after every turn, set it to false.");
  }

  @Test
  @Order(4)
  void oneWhoIsAwakeIsNotCalledAsleep() throws Exception {
    house.run(house.runtime().handle().sleep(Duration.ofMillis(1)), FORGOTTEN);
    onAnotherThread(this::spawnQuickly);
    nobodyKnocked(
        "A stranger came when the driver was back from its sleep, and he found asleep true, and"
            + " knocked:\nwhen the driver is back, set it to false.");
  }

  @Test
  @Order(5)
  void oneWhoOnlyLooksIsNotCalledAsleep() throws Exception {
    int[] polls = new int[1];
    Future<Void> busy =
        context -> {
          context.waker().wakeByRef();
          return ++polls[0] == 200 ? Poll.ready(null) : Poll.pending();
        };
    meanwhile(this::spawnQuickly);
    house.run(busy, "The driver was sent to sleep without end, although a task has news.");
    nobodyKnocked(
        "Tasks stood in the queue, so the driver only looked (wait 0). A stranger came meanwhile,"
            + " found asleep true, and knocked:\nonly one who may sleep without end is asleep.");
  }

  @Test
  @Order(6)
  void oneWhoFailedIsNotAsleep() throws Exception {
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          throw new UnsupportedOperationException("no kernel tonight");
        });
    try {
      house.runtime().blockOn(bell.notified());
    } catch (UnsupportedOperationException failed) {
      // The driver's turn ended so.
    }
    onAnotherThread(this::spawnQuickly);
    nobodyKnocked(
        "The driver's turn ended with an exception, and asleep stayed true: the next stranger"
            + " knocked, and nobody slept.\n"
            + "Whatever happened, when the driver is back it is awake: finally.");
  }

  /** No run on one thread shows this order, so it is read from the class file. */
  @Test
  @Order(7)
  void firstAsleepThenTheLookIntoTheInbox() {
    CallOrder order = CallOrder.of(getClass(), "manor.runtime.Executor", "turn");
    int says = order.first("AtomicBoolean.(set|getAndSet|compareAndSet)");
    that(
        says >= 0 && says < order.first("RunQueue.(inboxIsEmpty|emptyInbox)"),
        "A stranger may come between the look into the inbox and asleep.set(true):\n"
            + "  1. the executor looked into the inbox: empty\n"
            + "  2. the stranger put his task in, and looked: nobody is asleep, so he did not"
            + " knock\n"
            + "  3. the executor said that it sleeps, and slept. Nobody will come.\n"
            + "Say so first, then look.");
  }
}
