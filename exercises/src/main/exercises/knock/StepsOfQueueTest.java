package manor.exercises.knock;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import manor.exercises.CallOrder;
import manor.task.Future;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the ledger hears; and orders of steps that no run on one thread can show. */
@TestMethodOrder(OrderAnnotation.class)
class StepsOfQueueTest extends TriedHouse {
  @Test
  @Order(1)
  void theLedgerHearsWhoCameFromOutside() throws Exception {
    whenAsleep(bell::notifyOne);
    house.run(bell.notified().then(rung -> yielding()), SLEEPS);
    equal(
        List.of("from outside", "from outside", "from inside"),
        queued,
        "The ledger hears of every task that is queued: of the first, spawned before the runtime"
            + " ran;\nof the stranger's; and of one that woke itself.");
  }

  /** No run on one thread shows this order, so it is read from the class file. */
  @Test
  @Order(2)
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
  @Order(3)
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

  @Test
  @Order(4)
  void aStrangerDoesNotLookIntoTheOwnQueue() {
    CallOrder order = CallOrder.of(getClass(), "manor.runtime.Executor", "queue");
    that(
        order.first("RunQueue.(size|next|emptyInbox)") < 0,
        "The own queue is an ArrayDeque of the executor's thread, and size, next and emptyInbox"
            + " touch it:\nanother thread may find it in the middle of a change. Whether somebody"
            + " sleeps, asleep alone can tell.");
  }

  @Test
  @Order(5)
  void aKnockIsNotLeftToChance() {
    CallOrder order = CallOrder.of(getClass(), "manor.runtime.Executor", "queue");
    that(
        order.first("AtomicBoolean.(weak.*|.*Plain)") < 0,
        "A weak compareAndSet may fail though asleep is true, and a plain one lets other steps pass"
            + " it: then\nnobody knocks, and the driver sleeps on. Use getAndSet or compareAndSet.");
  }

  @Test
  @Order(6)
  void beforeAnybodyRunsTheOwnQueueIsNobodys() throws ReflectiveOperationException {
    house.runtime().spawn(bell.notified());
    Object queue = inside(inside(house.runtime(), "executor"), "queue");
    equal(
        0,
        ((Collection<?>) inside(queue, "own")).size(),
        "A task was spawned before the runtime ran, and was put into the executor's own queue."
            + " owner is null then:\nany thread may spawn, two at once as well, and all are"
            + " strangers.");
  }

  private static Object inside(Object whole, String name) throws ReflectiveOperationException {
    Field field = whole.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(whole);
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
}
