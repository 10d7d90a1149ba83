package manor.doctor;

import java.util.ArrayList;
import java.util.List;
import manor.task.Ledger;
import manor.task.LedgerReader;

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
 * sleeps without end and no other task waits for news that could end the wait, and says that it is
 * a guess.
 *
 * <p>Threads: any.
 */
public final class Doctor extends Attendant {
  /** Whoever wakes himself so often in a row, for nothing, will go on doing it. */
  private static final int PATIENCE = 10_000;

  private final boolean onDuty;
  private final List<Diagnosis> dropped = new ArrayList<>();

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
        doctor.goOnAt(LedgerReader.stepOf(line));
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
  public synchronized void turnStarted(long maxWaitNanos) {
    super.turnStarted(maxWaitNanos);
    if (ward.atRest) {
      alarm(new Examination(ward).beyondDoubt());
    }
  }

  private void alarm(List<Diagnosis> found) {
    if (onDuty && !found.isEmpty()) {
      throw new StuckException(found);
    }
  }

  @Override
  public synchronized void taskPending(long task) {
    super.taskPending(task);
    TaskChart chart = ward.task(task);
    if (chart != null && chart.idlePolls == PATIENCE) {
      alarm(new Examination(ward).of(chart));
    }
  }

  /** A task that was dropped waiting is examined as it lay. */
  @Override
  public synchronized void taskDropped(long task) {
    TaskChart chart = ward.task(task);
    if (chart != null) {
      dropped.addAll(new Examination(ward).of(chart));
    }
    super.taskDropped(task);
  }
}
