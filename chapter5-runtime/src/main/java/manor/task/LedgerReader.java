package manor.task;

/**
 * Reads what a {@link JsonLedger} wrote, and tells it to another ledger as if it happened now.
 *
 * <p>Threads: one.
 */
public final class LedgerReader {
  /** Wakes nobody: it stands for a waker that is only spoken of. */
  private static final RawWakerVTable NAME_ONLY =
      new RawWakerVTable(
          name -> new RawWaker(name, LedgerReader.NAME_ONLY), name -> {}, name -> {}, name -> {});

  private final Ledger ledger;

  /** Reads to {@code ledger}. */
  public LedgerReader(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Tells one line. A step that this version does not know is passed over.
   *
   * @return the number of the step
   * @throws IllegalArgumentException when the line is not a step of a ledger
   */
  public long read(String line) {
    JsonStep step = JsonStep.parse(line);
    String what = step.text("what");
    if (what.startsWith("task")) {
      readOfTask(what, step);
    } else if (what.startsWith("wake")) {
      readOfWaker(what, step);
    } else if (step.has("token")) {
      readOfToken(what, step);
    } else {
      readOther(what, step);
    }
    return step.number("step");
  }

  /** The number of a line's step. */
  public static long stepOf(String line) {
    return JsonStep.parse(line).number("step");
  }

  private void readOfTask(String what, JsonStep step) {
    long task = step.number("task");
    switch (what) {
      case "taskSpawned" -> ledger.taskSpawned(task);
      case "taskQueued" -> ledger.taskQueued(task, step.flag("foreign"));
      case "taskPolled" -> ledger.taskPolled(task);
      case "taskPending" -> ledger.taskPending(task);
      case "taskReady" -> ledger.taskReady(task);
      case "taskFailed" -> ledger.taskFailed(task, new Told(step.text("failure")));
      case "taskDropped" -> ledger.taskDropped(task);
      default -> {}
    }
  }

  private void readOfWaker(String what, JsonStep step) {
    switch (what) {
      case "wakerStored" ->
          ledger.wakerStored(step.number("token"), step.ready("ready"), waker(step));
      case "wakerLeft" -> ledger.wakerLeft(waker(step), step.text("place"));
      case "wakeMissed" -> ledger.wakeMissed(waker(step), step.text("place"));
      case "wakerCloned" -> ledger.wakerCloned(step.number("task"));
      case "wakerWoken" -> ledger.wakerWoken(step.number("task"), step.flag("usedUp"));
      case "wakerDropped" -> ledger.wakerDropped(step.number("task"));
      default -> {}
    }
  }

  private void readOfToken(String what, JsonStep step) {
    long token = step.number("token");
    switch (what) {
      case "registered" -> ledger.registered(token, (int) step.number("fd"));
      case "deregistered" -> ledger.deregistered(token);
      case "eventTold" -> ledger.eventTold(token, step.ready("ready"));
      case "stillReady" -> ledger.stillReady(token, step.ready("ready"));
      case "callTried" -> ledger.callTried(token, step.ready("ready"), step.flag("blocked"));
      case "readinessSet" -> ledger.readinessSet(token, step.ready("ready"), tick(step, "tick"));
      case "readinessCleared" ->
          ledger.readinessCleared(token, step.ready("ready"), tick(step, "tick"));
      case "clearRefused" -> ledger.clearRefused(token, tick(step, "seenTick"), tick(step, "tick"));
      default -> {}
    }
  }

  private void readOther(String what, JsonStep step) {
    switch (what) {
      case "syscall" -> ledger.syscall(step.text("line"));
      case "turnStarted" -> ledger.turnStarted(step.number("maxWaitNanos"));
      case "knocked" -> ledger.knocked();
      case "timerSet" -> ledger.timerSet(step.number("deadline"));
      case "timerFired" -> ledger.timerFired(step.number("deadline"));
      default -> {}
    }
  }

  private static int tick(JsonStep step, String name) {
    return (int) step.number(name);
  }

  private static Waker waker(JsonStep step) {
    return new Waker(new RawWaker(step.text("waker"), NAME_ONLY));
  }

  /** A failure that is only spoken of. */
  private static final class Told extends Exception {
    private static final long serialVersionUID = 1L;
    private final String words;

    private Told(String words) {
      super(words, null, false, false);
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
