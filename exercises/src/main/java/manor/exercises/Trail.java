package manor.exercises;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import manor.doctor.Doctor;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;
import org.opentest4j.AssertionFailedError;

/**
 * What a run has left behind for whoever has to explain it: the last system calls, as strace(1)
 * prints them, a doctor's words, and the first mistake that a test has found, which an answer can
 * catch but not undo. A test that makes its kernel with {@link #over}, or {@linkplain #note notes}
 * its calls, has them shown beside its failure, or when it has to be stopped; one that gives its
 * runtime the {@link #doctor} hears from him why a task waits for ever.
 *
 * <p>Threads: any. The trail is that of the newest kernel and of the newest doctor made here, and
 * is forgotten before the next test.
 */
public final class Trail {
  private static final int LENGTH = 12;
  private static final Deque<String> LAST = new ArrayDeque<>();

  private static volatile Doctor doctor;
  private static volatile AssertionFailedError mistake;
  private static volatile String suspicion = "";

  private Trail() {}

  /** A kernel that does what another does and leaves a trail. An older trail is forgotten. */
  public static Kernel over(Kernel kernel) {
    forgetCalls();
    return new TracingKernel(kernel, Trail::note);
  }

  /** A ledger for the runtime of a test; whoever has to stop the test asks him what is wrong. */
  public static Doctor doctor() {
    Doctor fresh = new Doctor();
    doctor = fresh;
    return fresh;
  }

  /**
   * What the newest doctor says of this moment: what is wrong, or, if he finds nothing wrong, where
   * every task stands. Nothing if there is no doctor.
   */
  public static List<String> diagnoses() {
    Doctor asked = doctor;
    if (asked == null) {
      return List.of();
    }
    List<String> wrong = wordsOf(asked);
    return wrong.isEmpty() ? asked.whereabouts() : wrong;
  }

  /**
   * What is most likely wrong if the test that runs now never comes to its end. Who has to stop it
   * says so.
   */
  public static void suspect(String mistake) {
    suspicion = mistake;
  }

  /** What was suspected; nothing if nothing was. */
  public static List<String> suspicions() {
    return suspicion.isEmpty() ? List.of() : List.of(suspicion);
  }

  /** What is wrong at this moment, one by one, without the layout of a recording's report. */
  static List<String> wordsOf(Doctor doctor) {
    return doctor.examine().stream()
        .map(found -> found.toString().replaceAll("\\n +", "\n"))
        .toList();
  }

  /** One call more. */
  public static void note(String call) {
    synchronized (LAST) {
      if (LAST.size() == LENGTH) {
        LAST.removeFirst();
      }
      LAST.addLast(call);
    }
  }

  /** Notes what a test has found, whoever may catch it. */
  static AssertionFailedError mistake(AssertionFailedError found) {
    mistake = mistake == null ? found : mistake;
    return found;
  }

  /** The first mistake that this test has found, or null. */
  public static AssertionFailedError mistake() {
    return mistake;
  }

  /** The calls, oldest first. */
  public static List<String> calls() {
    synchronized (LAST) {
      return List.copyOf(LAST);
    }
  }

  /** Begins anew. */
  public static void forget() {
    doctor = null;
    mistake = null;
    suspicion = "";
    forgetCalls();
  }

  private static void forgetCalls() {
    synchronized (LAST) {
      LAST.clear();
    }
  }
}
