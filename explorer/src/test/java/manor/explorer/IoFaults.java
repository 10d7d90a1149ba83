package manor.explorer;

import java.util.stream.Stream;

/** Where the driver and the tasks meet: faults in copies of the classes of manor.io. */
final class IoFaults {
  private IoFaults() {}

  static Stream<Planted> all() {
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
            Scenarios.POLL,
            "the driver wakes before it writes readiness down",
            "manor.io.Driver",
            "      io.setReadiness(Tick.SET, ready);\n      io.wake(ready, wakers);\n",
            "      io.wake(ready, wakers);\n      io.setReadiness(Tick.SET, ready);\n"),
        new Planted(
            Scenarios.CLOSE,
            "shutdown wakes before it says so",
            "manor.io.ScheduledIo",
            "    readiness.updateAndGet(now -> new ReadyEvent(now.bits(), now.tick(), true));\n    wake(EVERYTHING, wakers);\n",
            "    wake(EVERYTHING, wakers);\n    readiness.updateAndGet(now -> new ReadyEvent(now.bits(), now.tick(), true));\n"),
        new Planted(
            Scenarios.SIGNAL,
            "the marks of signals are taken before the pipe is emptied",
            "manor.io.Signals",
            "    pipe.drain();\n    int arrived = marks.getAndSet(0);\n",
            "    int arrived = marks.getAndSet(0);\n    pipe.drain();\n"),
        new Planted(
            Scenarios.HANDED_ON,
            "one who waits in the list keeps the waker of whoever came first",
            "manor.io.ScheduledIo",
            "        old = waiter.store(latest);\n        boolean joins = !waiter.isWaiting();",
            "        boolean joins = !waiter.isWaiting();\n        old = joins ? waiter.store(latest) : null;"),
        new Planted(
            Scenarios.TURNS,
            "a waker is stored without the lock",
            "manor.io.ScheduledIo",
            "    synchronized (this) {\n      old = direction == Direction.READ ? reader : writer;",
            "    {\n      old = direction == Direction.READ ? reader : writer;"),
        new Planted(
            Scenarios.CLOSE,
            "shutdown wakes readers only",
            "manor.io.ScheduledIo",
            "    wake(EVERYTHING, wakers);",
            "    wake(Direction.READ.mask() & 7, wakers);"),
        new Planted(
            Scenarios.BOTH_WAYS,
            "news for writers wake no writer",
            "manor.io.ScheduledIo",
            "    if (writer != null && (bits & Direction.WRITE.mask()) != 0) {",
            "    if (writer != null && (bits & Direction.WRITE.mask()) == 0) {"),
        new Planted(
            Scenarios.LEAVE,
            "a dropped future stays in the list",
            "manor.io.Readiness",
            "    if (state == State.WAITING) {\n      io.leave(this);\n    }",
            ""));
  }
}
