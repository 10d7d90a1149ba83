package manor.doctor;

/** What can be wrong with a task that waits for ever, or never rests. */
public enum Ailment {
  /** It answered Pending and had asked nobody to be woken. */
  NEVER_REGISTERED(
      "never registered",
      "Before it answers Pending, a future polls something that waits, or leaves a clone of"
          + " context.waker() where the news will arrive."),

  /** The waker that was kept is that of another task, or of an earlier time. */
  STALE_WAKER(
      "stale waker",
      "Whoever keeps a waker keeps the one of the latest poll: a future may be polled by another"
          + " task than before."),

  /** The news came first, the waker after it, and nobody looked again. */
  WOKEN_BEFORE_STORED(
      "woken before stored",
      "First leave the waker, then look once more whether the news has come; the teller makes the"
          + " news visible first and wakes then."),

  /** An edge is told once, and not all of it was taken. */
  EDGE_NOT_DRAINED(
      "edge not drained",
      "Go on until the call says that it would block, and take readiness away only then: the kernel"
          + " will not tell the same edge again."),

  /** Readiness was taken away that nobody had acted upon yet. */
  CLEARED_STALE(
      "cleared with a stale tick",
      "Take away the readiness that you acted upon, the very event you were given, and not what is"
          + " known by now."),

  /** The kernel was asked to tell once, has told, and was not asked again. */
  ONESHOT_NOT_REARMED(
      "oneshot not re-armed",
      "After each event of a oneshot interest ask again with modifyInterest, or register without"
          + " oneshot."),

  /** It wakes itself, and nothing comes of it. */
  BUSY_LOOP(
      "busy loop",
      "Do not wake yourself to look again: leave the waker with whoever will have news, and answer"
          + " Pending."),

  /** It had asked to be woken, and the request was thrown away. */
  WAKER_DROPPED(
      "waker dropped",
      "Keep the future that waits until it is ready. One slot keeps one waker, the latest: several"
          + " tasks wait with futures of their own."),

  /** It was woken, and yet not polled: no fault of the task's. */
  WAKE_LOST(
      "wake lost",
      "The runtime knows that this task has news and does not poll it: the fault is in the executor"
          + " or in the driver.");

  private final String title;
  private final String remedy;

  Ailment(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  /** Its name in plain words. */
  public String title() {
    return title;
  }

  /** What helps against it. */
  public String remedy() {
    return remedy;
  }
}
