package manor.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an exploration is worth: faults planted in copies of the runtime's classes are found. */
class PlantedFaultsTest {

  static Stream<Planted> faults() {
    return Stream.of(
        new Planted(
            Scenarios.POLL,
            "no second look after a waker is left in a slot",
            "manor.io.ScheduledIo",
            "      store(context.waker(), direction);\n      event = look(mask);\n",
            "      store(context.waker(), direction);\n"),
        new Planted(
            Scenarios.WAIT,
            "no second look before a waiter joins the list",
            "manor.io.ScheduledIo",
            "      event = look(mask);\n      if (!event.concerns(mask)) {\n        old =",
            "      event = ReadyEvent.NONE;\n      if (!event.concerns(mask)) {\n        old ="),
        new Planted(
            Scenarios.POLL,
            "clearing ignores the tick",
            "manor.io.ScheduledIo",
            "clear.seen() != current.tick()",
            "clear.seen() > current.tick()"),
        new Planted(
            Scenarios.POLL,
            "readiness is written without comparing",
            "manor.io.ScheduledIo",
            "if (readiness.compareAndSet(current, next)) {",
            "readiness.set(next);\n      if (next != null) {"),
        new Planted(
            Scenarios.SPAWN,
            "a task's end is told before it is visible",
            "manor.runtime.Completion",
            "    outcome.set(ended);\n    waiting.wake();\n",
            "    waiting.wake();\n    outcome.set(ended);\n"),
        new Planted(
            Scenarios.POLL,
            "the driver wakes before it writes readiness down",
            "manor.io.Driver",
            "      io.setReadiness(Tick.SET, ready);\n      io.wake(ready, wakers);\n",
            "      io.wake(ready, wakers);\n      io.setReadiness(Tick.SET, ready);\n"),
        new Planted(
            Scenarios.HANDED_ON,
            "a replaced waker is dropped and the new one not kept",
            "manor.task.WakerSlot",
            "      waker = latest.clone();\n",
            "      waker = old == null ? latest.clone() : null;\n"),
        new Planted(
            Scenarios.HANDED_ON,
            "an earlier waker stays in the slot",
            "manor.task.WakerSlot",
            "waker != null && waker.willWake(latest)",
            "waker != null"),
        new Planted(
            Scenarios.FOREIGN_RING,
            "a wake from outside does not knock",
            "manor.runtime.Executor",
            "    if (asleep.getAndSet(false)) {\n      handle.knock();\n    }\n",
            ""),
        new Planted(
            Scenarios.FOREIGN_RING,
            "who throws a task in looks first whether the runtime sleeps",
            "manor.runtime.Executor",
            "    queue.throwIn(task);\n    if (asleep.getAndSet(false)) {\n",
            "    boolean sleeps = asleep.getAndSet(false);\n    queue.throwIn(task);\n    if (sleeps) {\n"),
        new Planted(
            Scenarios.FOREIGN_RING,
            "who falls asleep looks first whether tasks were thrown in",
            "manor.runtime.Executor",
            "      asleep.set(true);\n      wait = queue.inboxIsEmpty() ? Epoll.FOREVER : 0;\n",
            "      wait = queue.inboxIsEmpty() ? Epoll.FOREVER : 0;\n      asleep.set(true);\n"),
        new Planted(
            Scenarios.FOREIGN_RING,
            "news during a poll are forgotten",
            "manor.runtime.TaskState",
            "return (before & NOTIFIED) != 0;",
            "return (before & NOTIFIED) < 0;"),
        new Planted(
            Scenarios.FOREIGN_RING,
            "the poll takes the news off when it ends, not when it begins",
            "manor.runtime.TaskState",
            "bits.getAndUpdate(now -> now & ~RUNNING);",
            "bits.getAndUpdate(now -> now & ~RUNNING & ~NOTIFIED) & 0;"),
        new Planted(
            Scenarios.FOREIGN_RING,
            "the state of a task is read and written in two steps",
            "manor.runtime.TaskState",
            "    int before = bits.getAndUpdate(now -> now | NOTIFIED);\n    return (before & (NOTIFIED | RUNNING | COMPLETE)) == 0;\n  }\n\n  /** The poll",
            "    int before = bits.get();\n    bits.set(before | NOTIFIED);\n    return (before & (NOTIFIED | RUNNING | COMPLETE)) == 0;\n  }\n\n  /** The poll"),
        new Planted(
            Scenarios.DROP,
            "a ring that reached one who gave up is not passed on",
            "manor.task.Notify",
            "passOn = called && !ended;",
            "passOn = false;"),
        new Planted(
            Scenarios.FOREIGN_RING,
            "a ring for nobody is not kept",
            "manor.task.Notify",
            "        permit = true;\n",
            ""),
        new Planted(
            Scenarios.SPAWN,
            "a parked thread forgets the news that came before",
            "manor.runtime.Parker",
            "    while (!news.getAndSet(false)) {\n      LockSupport.park(this);\n",
            "    news.set(false);\n    while (!news.get()) {\n      LockSupport.park(this);\n"),
        new Planted(
            Scenarios.SPAWN,
            "who waits for a task's end does not look again",
            "manor.runtime.JoinHandle",
            "    Outcome<T> outcome = task.completion().get();\n    if (outcome == null) {\n      return Poll.pending();",
            "    Outcome<T> outcome = task.completion().get();\n    if (outcome == null || task.completion().waiting().take() != null) {\n      task.completion().waiting().store(context.waker());\n      return Poll.pending();"),
        new Planted(
            Scenarios.CLOSE,
            "shutdown wakes before it says so",
            "manor.io.ScheduledIo",
            "    readiness.updateAndGet(now -> new ReadyEvent(now.bits(), now.tick(), true));\n    wake(EVERYTHING, wakers);\n",
            "    wake(EVERYTHING, wakers);\n    readiness.updateAndGet(now -> new ReadyEvent(now.bits(), now.tick(), true));\n"),
        new Planted(
            Scenarios.ABORT,
            "an abort queues nobody",
            "manor.runtime.Task",
            "    if (state.abort()) {\n      executor.queue(this);\n    }\n",
            "    state.abort();\n"),
        new Planted(
            Scenarios.SIGNAL,
            "the marks of signals are taken before the pipe is emptied",
            "manor.io.Signals",
            "    pipe.drain();\n    int arrived = marks.getAndSet(0);\n",
            "    int arrived = marks.getAndSet(0);\n    pipe.drain();\n"),
        new Planted(
            Scenarios.SHUTDOWN,
            "a task that comes as the runtime closes is forgotten",
            "manor.runtime.OwnedTasks",
            "    if (closed) {\n      return false;\n    }\n",
            ""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isFoundAndFoundAgain(Planted fault) throws Exception {
    Map<String, byte[]> broken = fault.classes();
    Finding found = new Explorer(fault.in().type(), broken).explore(Bounds.USUAL).finding();
    assertNotNull(found, () -> "no order of " + fault.in() + " shows it");
    assertFalse(found.steps().isEmpty());
    assertEquals(
        found.problem(),
        new Explorer(fault.in().type(), broken).replay(found.schedule()).problem());
  }
}
