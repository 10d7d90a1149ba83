package manor.exercises.fairturn;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import manor.epoll.Interest;
import manor.exercises.BoxedHouse;
import manor.exercises.CallOrder;
import manor.io.Registration;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Linux;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class FloorTest {
  private static final int TOO_OFTEN = 2_000;

  private static final String ASLEEP_WITH_WORK =
      "The driver was sent to sleep without end, although a task stands in the queue: wait is 0"
          + " then.";

  private static final String SLEEPS =
      "Another thread threw a task into the inbox while the driver slept, and the driver slept on:\n"
          + "only who finds asleep true will knock. Say so before you look into the inbox.";

  private final BoxedHouse house = new BoxedHouse();
  private final Notify bell = new Notify();
  private int busyPolls;

  @AfterEach
  void close() {
    house.close();
  }

  /** Always has news, until it has been polled so often. */
  private Future<Void> busy(int times) {
    return context -> {
      if (++busyPolls >= times) {
        return Poll.ready(null);
      }
      context.waker().wakeByRef();
      return Poll.pending();
    };
  }

  /** Something that is ready already, but of which only the kernel knows. */
  private Future<Integer> letter() throws ErrnoException {
    Fd fd = new Fd(house.kernel(), house.kernel().eventfd(1, Linux.EFD_NONBLOCK));
    Registration registration = house.runtime().handle().register(fd, Interest.READABLE);
    return registration.readiness(Interest.READABLE).map(event -> busyPolls);
  }

  private <T> T run(Future<T> main, String asleep) throws Exception {
    try {
      return house.run(main, asleep);
    } catch (NullPointerException nobody) {
      throw mistake("queue.next() answered null, for nobody had news, and null was polled.");
    }
  }

  @Test
  @Order(1)
  void whoWaitsForTheKernelGetsItsNews() throws Exception {
    house.runtime().spawn(busy(TOO_OFTEN));
    int polls = run(letter(), ASLEEP_WITH_WORK);
    that(
        polls < TOO_OFTEN / 2,
        "A letter lay in the kernel. A task that always has news was polled "
            + polls
            + " times before anybody asked the kernel.\nA round is bounded: as many polls as tasks"
            + " stood in the queue, or ROUND.");
  }

  @Test
  @Order(2)
  void theKernelIsNotAskedAfterEveryPoll() throws Exception {
    run(busy(1_220), ASLEEP_WITH_WORK);
    int asked = house.count("epoll_wait");
    that(
        asked <= 1_220 / 20,
        "A task that always has news was polled 1220 times, and the kernel was asked "
            + asked
            + " times in between.\nWith rounds of 61 polls it is twenty times: a system call for each"
            + " poll is too dear.");
  }

  @Test
  @Order(3)
  void everyoneIsPolledInTurn() throws Exception {
    List<String> polled = new ArrayList<>();
    List<Future<Void>> all = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      all.add(house.runtime().spawn(thrice(name, polled)));
    }
    run(Future.join(all), "Three tasks had news, and the driver was sent to sleep without end.");
    equal(
        List.of("a", "b", "c", "a", "b", "c", "a", "b", "c"),
        polled,
        "Three tasks have news in every poll: first come, first served.");
  }

  private static Future<Void> thrice(String name, List<String> polled) {
    int[] polls = new int[1];
    return context -> {
      polled.add(name);
      context.waker().wakeByRef();
      return ++polls[0] == 3 ? Poll.ready(null) : Poll.pending();
    };
  }

  @Test
  @Order(4)
  void withNothingToDoTheDriverSleeps() throws Exception {
    run(house.runtime().handle().sleep(Duration.ofSeconds(1)), "A timer was forgotten.");
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
  @Order(5)
  void aStrangerEndsTheSleep() throws Exception {
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          onAnotherThread(bell::notifyOne);
        });
    run(bell.notified(), SLEEPS);
  }

  @Test
  @Order(6)
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
    run(
        main,
        "A stranger threw a task into the inbox while another was polled. Nobody slept then, so nobody"
            + " knocked;\nand the driver was sent to sleep without a look into the inbox.");
  }

  @Test
  @Order(7)
  void oneWhoIsAwakeIsNotCalledAsleep() throws Exception {
    run(house.runtime().handle().sleep(Duration.ofMillis(1)), "A timer was forgotten.");
    int knocks = house.count("write");
    onAnotherThread(() -> house.runtime().spawn(quickly()));
    equal(
        knocks,
        house.count("write"),
        "A stranger came when the driver was back from its sleep, and he found asleep true, and"
            + " knocked:\nwhen the driver is back, set it to false.");
  }

  @Test
  @Order(8)
  void oneWhoOnlyLooksIsNotCalledAsleep() throws Exception {
    int knocks = house.count("write");
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          onAnotherThread(() -> house.runtime().spawn(quickly()));
        });
    run(busy(200), ASLEEP_WITH_WORK);
    equal(
        knocks,
        house.count("write"),
        "Tasks stood in the queue, so the driver only looked (wait 0). A stranger came meanwhile,"
            + " found asleep true, and knocked:\nonly one who may sleep without end is asleep.");
  }

  @Test
  @Order(9)
  void oneWhoFailedIsNotAsleep() throws Exception {
    int knocks = house.count("write");
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
    onAnotherThread(() -> house.runtime().spawn(quickly()));
    equal(
        knocks,
        house.count("write"),
        "The driver's turn ended with an exception, and asleep stayed true: the next stranger knocked,"
            + " and nobody slept.\nWhatever happened, when the driver is back it is awake: finally.");
  }

  private static Future<Void> quickly() {
    return context -> Poll.ready(null);
  }

  @Test
  @Order(10)
  void whenTheRootIsDoneTheRoundEnds() throws Exception {
    Future<Void> root = context -> Poll.ready(null);
    List<String> polled = new ArrayList<>();
    Future<Void> first =
        context -> {
          polled.add("root");
          return root.poll(context);
        };
    house.runtime().blockOn(first);
    house.runtime().spawn(thrice("another", polled));
    house.runtime().blockOn(first);
    equal(
        List.of("root", "another", "root"),
        polled,
        "The root was complete, and others were polled on in the same round: stop when it is.");
  }

  /** No run on one thread shows this order, so it is read from the class file. */
  @Test
  @Order(11)
  void firstAsleepThenTheLookIntoTheInbox() {
    CallOrder order = CallOrder.of(getClass(), "manor.runtime.Executor", "turn");
    int says = order.first("AtomicBoolean.(set|getAndSet|compareAndSet)");
    that(
        says >= 0 && says < order.first("RunQueue.inboxIsEmpty"),
        "A stranger may come between the look into the inbox and asleep.set(true):\n"
            + "  1. the executor looked into the inbox: empty\n"
            + "  2. the stranger put his task in, and looked: nobody is asleep, so he did not knock\n"
            + "  3. the executor said that it sleeps, and slept. Nobody will come.\n"
            + "Say so first, then look.");
  }
}
