package manor.exercises.knock;

import static manor.exercises.Expect.equal;

import java.time.Duration;
import java.util.List;
import manor.io.Handle;
import manor.task.Future;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** News from the executor's own thread, which is awake. */
@TestMethodOrder(OrderAnnotation.class)
class OwnThreadTest extends TriedHouse {
  private static final long FIRST_TASK = 1;

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
    Future<List<Void>> main = Future.join(List.of(counting(), bell.notified(), ringing()));
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

  @Test
  @Order(4)
  void oneWhoIsToldByTheDriverNeedsNoKnock() throws Exception {
    Handle handle = house.runtime().handle();
    house.run(
        counting().then(begun -> handle.sleep(Duration.ofMillis(1))),
        "A task slept for a moment, the driver woke it, and it was never polled again.");
    equal(
        0,
        knocks() - before,
        "The driver came back from its wait and woke a task: that is the executor's own thread,"
            + " and it is awake.\nasleep may still be true then. Who is not foreign puts the task"
            + " into the own queue and is done: no knock.");
  }

  /** From here on knocks are counted: an earlier one may have been a stranger's. */
  private Future<Void> counting() {
    return context -> {
      before = knocks();
      return Poll.ready(null);
    };
  }

  private Future<Void> ringing() {
    return context -> {
      bell.notifyOne();
      return Poll.ready(null);
    };
  }
}
