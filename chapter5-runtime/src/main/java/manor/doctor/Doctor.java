package manor.doctor;

import java.util.ArrayList;
import java.util.List;
import manor.epoll.Epoll;
import manor.task.Ledger;
import manor.task.LedgerReader;
import manor.task.Waker;

/**
 * Says in words why a task waits for ever, or never rests.
 *
 * <p>He is a {@link Ledger}: give him to a runtime, and ask him when something hangs. Or give him
 * the lines of a recording.
 *
 * <pre>
 *   Doctor doctor = new Doctor();
 *   Runtime runtime = Runtime.open(kernel, RuntimeOptions.standard().with(doctor));
 *   ...
 *   doctor.examine().forEach(System.out::println);
 * </pre>
 *
 * <p>He knows of a waker only what the ledger says. One that a program keeps in a field of its own
 * may yet be woken by a thread of its own; of such a task he says something only when the runtime
 * sleeps without end, and says that it is a guess.
 *
 * <p>Threads: any.
 */
public final class Doctor implements Ledger {
  /** Whoever wakes himself so often in a row, for nothing, will go on doing it. */
  private static final int PATIENCE = 10_000;

  private final boolean onDuty;
  private final Ward ward = new Ward();
  private final List<Diagnosis> dropped = new ArrayList<>();
  private long step;

  /** A doctor who speaks when he is asked. */
  public Doctor() {
    this(false);
  }

  private Doctor(boolean onDuty) {
    this.onDuty = onDuty;
  }

  /**
   * A doctor who does not wait to be asked: a runtime that would sleep for ever although a task is
   * ill beyond doubt, or that never rests, fails with a {@link StuckException} instead, out of
   * {@code blockOn}. For tests and exercises.
   */
  public static Doctor onDuty() {
    return new Doctor(true);
  }

  /**
   * Examines a recording.
   *
   * @param lines as {@link manor.task.JsonLedger} writes them
   * @return what is wrong at its end, nothing if all is well
   * @throws IllegalArgumentException when a line is not a step of a ledger
   */
  public static List<Diagnosis> examine(Iterable<String> lines) {
    return ofRecording(lines).examine();
  }

  /** A doctor who has listened to a whole recording. */
  public static Doctor ofRecording(Iterable<String> lines) {
    Doctor doctor = new Doctor();
    LedgerReader reader = new LedgerReader(doctor);
    for (String line : lines) {
      if (!line.isBlank()) {
        doctor.step = LedgerReader.stepOf(line) - 1;
        reader.read(line);
      }
    }
    return doctor;
  }

  /** What is wrong at this moment; and with tasks that were dropped while they were ill. */
  public synchronized List<Diagnosis> examine() {
    List<Diagnosis> found = new ArrayList<>(dropped);
    found.addAll(new Examination(ward).all());
    return found;
  }

  /** Where every task that has not ended stands, and for what it waits: a sentence each. */
  public synchronized List<String> whereabouts() {
    return ward.tasks().stream()
        .filter(task -> task.stand != TaskChart.Stand.ENDED)
        .map(Whereabouts::of)
        .toList();
  }

  @Override
  public boolean hearsSyscalls() {
    return true;
  }

  @Override
  public boolean looksTwice() {
    return true;
  }

  /** Another step, at which the runtime does not sleep. */
  private long awake() {
    ward.atRest = false;
    return ++step;
  }

  @Override
  public synchronized void syscall(String line) {
    long now = awake();
    CallLine call = CallLine.parse(line);
    if (call != null) {
      ward.called(call, now);
    }
  }

  @Override
  public synchronized void registered(long token, int fd) {
    step++;
    ward.registered(token, fd);
  }

  @Override
  public synchronized void deregistered(long token) {
    step++;
    ward.deregistered(token);
  }

  @Override
  public synchronized void turnStarted(long maxWaitNanos) {
    long now = awake();
    if (maxWaitNanos == Epoll.FOREVER) {
      ward.restStep = now;
      ward.atRest = true;
      alarm(new Examination(ward).beyondDoubt());
    }
  }

  private void alarm(List<Diagnosis> found) {
    if (onDuty && !found.isEmpty()) {
      throw new StuckException(found);
    }
  }

  @Override
  public synchronized void eventTold(long token, int ready) {
    awake();
  }

  @Override
  public synchronized void readinessSet(long token, int ready, int tick) {
    ward.set(token, ready, awake());
  }

  @Override
  public synchronized void readinessCleared(long token, int ready, int tick) {
    long now = awake();
    IoChart io = ward.io(token);
    if (io != null) {
      io.cleared(ready, now, ward.kernel);
    }
  }

  @Override
  public synchronized void clearRefused(long token, int seenTick, int tick) {
    awake();
  }

  @Override
  public synchronized void callTried(long token, int ready, boolean blocked) {
    ward.tried(token, ready, blocked, awake());
  }

  @Override
  public synchronized void stillReady(long token, int ready) {
    long now = awake();
    IoChart io = ward.io(token);
    if (io != null) {
      io.stillReady(ready, now);
    }
  }

  @Override
  public synchronized void wakerStored(long token, int ready, Waker waker) {
    ward.stored(token, ready, waker.toString(), ++step);
  }

  @Override
  public synchronized void wakerLeft(Waker waker, String place) {
    ward.left(waker.toString(), place, ++step);
  }

  @Override
  public synchronized void wakeMissed(Waker waker, String place) {
    ward.missed(waker.toString(), place, ++step);
  }

  @Override
  public synchronized void wakerCloned(long task) {
    ward.cloned(task, ++step);
  }

  @Override
  public synchronized void wakerWoken(long task, boolean usedUp) {
    ward.woken(task, usedUp, ++step);
  }

  @Override
  public synchronized void wakerDropped(long task) {
    ward.dropped(task, ++step);
  }

  @Override
  public synchronized void knocked() {
    ward.knockedStep = ++step;
  }

  @Override
  public synchronized void taskSpawned(long task) {
    step++;
    ward.spawned(task);
  }

  @Override
  public synchronized void taskQueued(long task, boolean foreign) {
    ward.queued(task, foreign, ++step);
  }

  @Override
  public synchronized void taskPolled(long task) {
    ward.polled(task, awake());
  }

  @Override
  public synchronized void taskPending(long task) {
    ward.pending(task, awake());
    TaskChart chart = ward.task(task);
    if (chart != null && chart.idlePolls == PATIENCE) {
      alarm(new Examination(ward).of(chart));
    }
  }

  @Override
  public synchronized void taskReady(long task) {
    ward.ended(task, awake());
  }

  @Override
  public synchronized void taskFailed(long task, Throwable failure) {
    ward.ended(task, awake());
  }

  /** A task that was dropped waiting is examined as it lay. */
  @Override
  public synchronized void taskDropped(long task) {
    TaskChart chart = ward.task(task);
    if (chart != null) {
      dropped.addAll(new Examination(ward).of(chart));
    }
    ward.ended(task, awake());
  }

  @Override
  public synchronized void timerSet(long deadline) {
    step++;
  }

  @Override
  public synchronized void timerFired(long deadline) {
    awake();
  }
}
