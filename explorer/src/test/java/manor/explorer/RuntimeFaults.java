package manor.explorer;

import java.util.stream.Stream;

/** Who polls, and when: faults in copies of the classes of manor.runtime. */
final class RuntimeFaults {
  private RuntimeFaults() {}

  static Stream<Planted> all() {
    return Stream.of(
        new Planted(
            Scenarios.SPAWN,
            "a task's end is told before it is visible",
            "manor.runtime.Completion",
            "    outcome.set(ended);\n    waiting.wake();\n",
            "    waiting.wake();\n    outcome.set(ended);\n"),
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
            "  boolean wake() {\n    int before = bits.getAndUpdate(now -> now | NOTIFIED);\n",
            "  boolean wake() {\n    int before = bits.get();\n    bits.set(before | NOTIFIED);\n"),
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
            Scenarios.ABORT,
            "an abort drops the task on whatever thread",
            "manor.runtime.Task",
            "    if (state.abort()) {\n      executor.queue(this);\n    }\n",
            "    if (state.abort()) {\n      cancel();\n    }\n"),
        new Planted(
            Scenarios.ABORT,
            "an abort queues nobody",
            "manor.runtime.Task",
            "    if (state.abort()) {\n      executor.queue(this);\n    }\n",
            "    state.abort();\n"),
        new Planted(
            Scenarios.TWO_RINGS,
            "a waker that was spent is counted on",
            "manor.runtime.Task",
            "    wakers.decrementAndGet();\n    wake(true);\n",
            "    wake(true);\n"),
        new Planted(
            Scenarios.SHUTDOWN,
            "a task that comes as the runtime closes is forgotten",
            "manor.runtime.OwnedTasks",
            "    if (closed) {\n      return false;\n    }\n",
            ""),
        new Planted(
            Scenarios.RING_IN_TIME,
            "who sleeps until a timer fires is not woken from outside",
            "manor.runtime.Executor",
            "      asleep.set(true);",
            "      asleep.set(handle.timersWaiting() == 0);"),
        new Planted(
            Scenarios.SHUTDOWN,
            "a task's end is told before it is dropped",
            "manor.runtime.Task",
            "    executor.ended(this);\n    Future<T> ended = future;\n",
            "    executor.ended(this);\n    completion.set(outcome);\n    Future<T> ended = future;\n"));
  }
}
