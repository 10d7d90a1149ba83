package manor.explorer;

import java.util.List;

/** The scenarios of this house by the names that one types. */
public enum Scenarios {
  /** A ring from another thread. */
  FOREIGN_RING("ring", "ForeignRing", "a ring from another thread, and a task that waits"),
  /** A ring for all. */
  RING_FOR_ALL("ring-for-all", "RingForAll", "a ring for all who asked before it"),
  /** Two rings for two. */
  TWO_RINGS("two-rings", "TwoRings", "two rings for one each, and two who wait"),
  /** A ring and a timer that is far away. */
  RING_IN_TIME("ring-in-time", "RingInTime", "a ring from another thread, while a timer is set"),
  /** A task from outside. */
  SPAWN("spawn", "SpawnFromOutside", "a task from another thread, and a runtime that falls asleep"),
  /** Letters. */
  LETTERS("letters", "Letters", "two letters and an end, and a task that polls by hand"),
  /** Many readers of one connection. */
  READERS("readers", "ManyReaders", "three tasks that read from one connection"),
  /** A ring or a timer. */
  TIMER("timer", "TimerOrRing", "a ring from another thread, or a timer"),
  /** An abort or a ring. */
  ABORT("abort", "AbortOrRing", "an abort and a ring for the same task"),
  /** Giving up or hearing. */
  DROP("drop", "DropOrRing", "one who gives up as the bell rings for one"),
  /** A closing runtime. */
  SHUTDOWN("shutdown", "ShutdownOrWait", "a runtime that is closed while others wait and spawn"),
  /** Wakers in strange hands. */
  WAKES("wakes", "ForeignWakes", "a waker in the hands of another thread"),
  /** The textbook's future. */
  SLOT("slot", "SlotAndTeller", "a waker in a slot, and two tellers"),
  /** A channel. */
  CHANNEL("channel", "CrowdedChannel", "two senders, a receiver, and a channel that holds one"),
  /** A channel that is closed. */
  CHANNEL_CLOSED("channel-closed", "ClosedChannel", "a channel that is closed while others wait"),
  /** One value or none. */
  ONESHOT("oneshot", "AnswerOrNone", "an answer, and a sender who leaves without one"),
  /** Two runtimes. */
  VOLLEY("volley", "TwoRuntimes", "two runtimes that ring each other awake"),
  /** From task to task. */
  HANDED_ON("handed-on", "HandedOn", "futures that one task polls first, and then another"),
  /** A reader and a driver. */
  POLL("poll", "PollAndDriver", "a task that polls by hand, and a driver on another thread"),
  /** A waiter and a driver. */
  WAIT("wait", "WaitAndDriver", "a future that waits in the list, and a driver on another thread"),
  /** Changing one's mind. */
  LEAVE("leave", "LeaveAndDriver", "one who leaves the list and comes back, and a driver"),
  /** One after the other. */
  TURNS("turns", "TurnsAndDriver", "two who poll by hand in turn, and a driver"),
  /** Reading and writing. */
  BOTH_WAYS("both-ways", "TwoWays", "a reader, a writer, and a driver on another thread"),
  /** Closing while others wait. */
  CLOSE("close", "CloseAndDriver", "a driver that is closed while another thread waits"),
  /** A signal. */
  SIGNAL("signal", "ForeignSignal", "a signal on a strange thread");

  private final String title;
  private final String type;
  private final String idea;

  Scenarios(String title, String type, String idea) {
    this.title = title;
    this.type = type;
    this.idea = idea;
  }

  /** What one types. */
  public String title() {
    return title;
  }

  /** The name of the class. */
  public String type() {
    return "manor.explorer.scenario." + type;
  }

  /** What meets what. */
  public String idea() {
    return idea;
  }

  /** All that one may type. */
  public static List<String> titles() {
    return List.of(values()).stream().map(Scenarios::title).toList();
  }
}
