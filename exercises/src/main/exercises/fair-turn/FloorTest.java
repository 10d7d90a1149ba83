package manor.exercises.fairturn;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.List;
import manor.epoll.Interest;
import manor.exercises.BoxedHouse;
import manor.io.Registration;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Linux;
import manor.task.Future;
import manor.task.Poll;
import manor.task.Waker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What round does: who is polled, how often, and in which order. */
@TestMethodOrder(OrderAnnotation.class)
class FloorTest {
  private static final int ROUND = 61;
  private static final int TOO_OFTEN = 2_000;

  private final BoxedHouse house = new BoxedHouse();
  private Waker root;
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

  /** Always has news, until somebody must have asked the kernel; then it calls the root. */
  private Future<Void> endless(Runnable everyTime) {
    return context -> {
      if (++busyPolls >= TOO_OFTEN) {
        root.wakeByRef();
        return Poll.ready(null);
      }
      everyTime.run();
      context.waker().wakeByRef();
      return Poll.pending();
    };
  }

  /** Waits for a letter, and hears it before the others have been polled too often. */
  private Future<Integer> soonHears(Future<Integer> letter) {
    return context -> {
      root = context.waker().clone();
      that(
          busyPolls < TOO_OFTEN,
          "A letter lies in the kernel. Tasks that always have news were polled 2000 times, and"
              + " nobody asked the kernel.\n"
              + "A round is bounded: as many polls as tasks stood in the queue when it began, or"
              + " ROUND. And behind every\n"
              + "round comes the driver: also with tasks in the queue it looks, wait 0.");
      return letter.poll(context);
    };
  }

  /** Something that is ready already, but of which only the kernel knows. */
  private Future<Integer> letter() throws ErrnoException {
    Fd fd = new Fd(house.kernel(), house.kernel().eventfd(1, Linux.EFD_NONBLOCK));
    Registration registration = house.runtime().handle().register(fd, Interest.READABLE);
    return registration.readiness(Interest.READABLE).map(event -> busyPolls);
  }

  private <T> T run(Future<T> main) throws Exception {
    try {
      return house.run(main, "The driver was sent to sleep without end, although a task has news.");
    } catch (NullPointerException nobody) {
      throw mistake("queue.next() answered null, for nobody had news, and null was polled.");
    } catch (AssertionError asleep) {
      throw asleep.getMessage().startsWith("The driver was sent") ? whereIsTheTask(asleep) : asleep;
    }
  }

  /** Who stands in the queue is polled in the next round; who was taken out and forgotten never. */
  private AssertionError whereIsTheTask(AssertionError asleep) throws Exception {
    int before = busyPolls;
    house.runtime().blockOn(context -> Poll.ready(null));
    return busyPolls == before
        ? mistake(
            "queue.next() has taken a task out of the queue, the round ended, and the task was not"
                + " polled: it is lost.\nAsk first whether the round goes on, and only then for the"
                + " next task.")
        : mistake(
            asleep.getMessage().replaceFirst("\n", "\nIt stands in the queue: wait is 0 then.\n"));
  }

  @Test
  @Order(1)
  void whoWaitsForTheKernelGetsItsNews() throws Exception {
    house.runtime().spawn(endless(() -> {}));
    run(soonHears(letter()));
  }

  @Test
  @Order(2)
  void alsoWhenNobodyElseHasNews() throws Exception {
    run(letter());
  }

  @Test
  @Order(3)
  void nobodyIsTakenOutOfTheQueueForNothing() throws Exception {
    house.runtime().spawn(busy(3 * ROUND));
    Future<Void> main = house.runtime().spawn(busy(3 * ROUND));
    run(main);
  }

  @Test
  @Order(4)
  void aRoundHasSixtyOnePolls() throws Exception {
    int[] first = new int[1];
    house.beforeEachWait(() -> first[0] = first[0] == 0 ? busyPolls : first[0]);
    run(busy(20 * ROUND));
    int asked = house.count("epoll_wait");
    that(
        asked <= 2 * 20,
        "A task that always has news was polled 1220 times, and the kernel was asked "
            + asked
            + " times in between.\n"
            + "With rounds of 61 polls it is twenty times: a system call for each poll is too dear."
            + " A round has as many\n"
            + "polls as stand in the queue, or ROUND if that is more; here one task stands in it.");
    equal(
        ROUND,
        first[0],
        "One task stood in the queue, and it always has news. So often it was polled before the"
            + " driver got its\n"
            + "turn; the round has ROUND polls.");
  }

  @Test
  @Order(5)
  void whoeverStandsInTheQueueIsPolledInThisRound() throws Exception {
    int[] polled = new int[1];
    int[] atFirstWait = {-1};
    for (int i = 0; i < 100; i++) {
      onAnotherThread(() -> house.runtime().spawn(once(polled)));
    }
    house.beforeEachWait(() -> atFirstWait[0] = atFirstWait[0] < 0 ? polled[0] : atFirstWait[0]);
    run(letter());
    equal(
        100,
        atFirstWait[0],
        "A hundred tasks came through the inbox, more than ROUND. So many of them were polled"
            + " before the driver got\n"
            + "its turn: it comes when all who stood in the queue were polled. Look how many they"
            + " are when the inbox\n"
            + "is emptied, and before the first poll.");
  }

  private static Future<Void> once(int[] polled) {
    return context -> {
      polled[0]++;
      return Poll.ready(null);
    };
  }

  @Test
  @Order(6)
  void aBoundDoesNotGrow() throws Exception {
    house.runtime().spawn(family());
    run(soonHears(letter()));
  }

  /** Each time it is polled, there are two more like it. */
  private Future<Void> family() {
    return endless(
        () -> {
          house.runtime().spawn(family());
          house.runtime().spawn(family());
        });
  }

  @Test
  @Order(7)
  void everyoneIsPolledInTurn() throws Exception {
    List<String> polled = new ArrayList<>();
    List<Future<Void>> all = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      all.add(house.runtime().spawn(thrice(name, polled)));
    }
    run(Future.join(all));
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
  @Order(8)
  void whenTheRootIsDoneTheRoundEnds() throws Exception {
    List<String> polled = new ArrayList<>();
    Future<Void> root =
        context -> {
          polled.add("root");
          return Poll.ready(null);
        };
    house.runtime().blockOn(root);
    Future<Void> another = house.runtime().spawn(thrice("another", polled));
    house.runtime().blockOn(root);
    equal(
        List.of("root", "another", "root"),
        polled,
        "The root was complete, and others were polled on in the same round: stop when it is.");
    house.run(
        another,
        "When the root was complete, queue.next() had taken one task more out of the queue, and it"
            + " was not polled:\n"
            + "it is lost. Ask for the next task only when the round goes on.");
  }
}
