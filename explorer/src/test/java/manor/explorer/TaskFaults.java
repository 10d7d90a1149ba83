package manor.explorer;

import java.util.stream.Stream;

/** What tasks wait with: faults in copies of the classes of manor.task. */
final class TaskFaults {
  private TaskFaults() {}

  static Stream<Planted> all() {
    return Stream.of(
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
            Scenarios.FOREIGN_RING,
            "a kept ring is heard by everyone",
            "manor.task.Notify",
            "      permit = false;",
            ""),
        new Planted(
            Scenarios.TWO_RINGS,
            "two rings reach the same one",
            "manor.task.Notify",
            "      waiters.remove(first);\n      first.called = true;",
            "      first.called = true;"),
        new Planted(
            Scenarios.CHANNEL,
            "closing wakes nobody who receives",
            "manor.task.Mpsc",
            "    room.notifyWaiters();\n    waiting.wake();\n",
            "    room.notifyWaiters();\n"),
        new Planted(
            Scenarios.CHANNEL,
            "who receives does not look again",
            "manor.task.Mpsc",
            "        waiting.store(context.waker());\n        poll = take();",
            "        waiting.store(context.waker());"),
        new Planted(
            Scenarios.CHANNEL,
            "a channel wakes before it is closed",
            "manor.task.Mpsc",
            "    synchronized (this) {\n      closed = true;\n    }\n    room.notifyWaiters();\n    waiting.wake();",
            "    room.notifyWaiters();\n    waiting.wake();\n    synchronized (this) {\n      closed = true;\n    }"),
        new Planted(
            Scenarios.CHANNEL_CLOSED,
            "who is told to wait for room does not look again",
            "manor.task.Mpsc",
            "        taken = put(value);\n        if (waits && taken == null) {\n          return Poll.pending();\n        }\n",
            "        if (waits) {\n          return Poll.pending();\n        }\n        taken = put(value);\n"),
        new Planted(
            Scenarios.CHANNEL_CLOSED,
            "a channel is looked at and filled in two steps",
            "manor.task.Mpsc",
            "  private synchronized Boolean put(",
            "  private Boolean put("),
        new Planted(
            Scenarios.ONESHOT,
            "who waits for an answer does not look again",
            "manor.task.Oneshot",
            "          waiting.store(context.waker());\n          poll = look();",
            "          waiting.store(context.waker());"),
        new Planted(
            Scenarios.ONESHOT,
            "a sender wakes before he has left",
            "manor.task.Oneshot",
            "      senderLeaves();\n      waiting.wake();",
            "      waiting.wake();\n      senderLeaves();"));
  }
}
