package manor.tutor.pupil;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Watches one run from a thread of its own. A test that has used up its processor time spins; one
 * that uses none waits for ever. Either is told of, with the place where it is, and this JVM ends.
 * A busy machine alone makes no run fail: it is its own time that counts.
 */
final class RunWatch implements Runnable {
  private static final long FIRST_LOOK_MILLIS = 1000;
  private static final long LOOK_EVERY_MILLIS = 250;
  private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1200);
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long DOCTOR_MILLIS = 300;
  private static final int IDLE_LOOKS = 4;

  private final RunState state;
  private final Thread run;

  RunWatch(RunState state, Thread run) {
    this.state = state;
    this.run = run;
  }

  @Override
  public void run() {
    try {
      run.join(FIRST_LOOK_MILLIS);
      if (run.isAlive()) {
        watch();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = state.begun();
    long base = 0;
    long used = threads.getThreadCpuTime(run.getId());
    int idle = 0;
    while (run.isAlive()) {
      run.join(LOOK_EVERY_MILLIS);
      long now = threads.getThreadCpuTime(run.getId());
      if (state.begun() != begun) {
        begun = state.begun();
        base = now;
      }
      idle = now - used < IDLE_NANOS && waits() ? idle + 1 : 0;
      used = now;
      if (run.isAlive() && (spins(used - base) || idle >= IDLE_LOOKS)) {
        end(idle >= IDLE_LOOKS ? "waits" : "spins");
      }
    }
  }

  /**
   * On a busy machine a spin uses its time up slowly; a student who waits long wants less proof.
   */
  private boolean spins(long nanos) {
    return nanos > SPIN_NANOS || (nanos > SPIN_NANOS / 2 && state.nanosInTest() > LONG_NANOS);
  }

  private void end(String how) throws InterruptedException {
    List<String> texts = new ArrayList<>(List.of(state.test(), how, words()));
    texts.addAll(place());
    state.say(PupilWord.Kind.STUCK, texts);
    state.say(PupilWord.Kind.TRAIL, state.trail());
    PupilMain.finish(state, "stuck");
    PupilMain.halt();
  }

  /** The doctor is asked in a thread of his own: what he looks at may be locked for ever. */
  private String words() throws InterruptedException {
    List<String> words = new CopyOnWriteArrayList<>();
    Thread asking = new Thread(() -> words.addAll(state.diagnoses()), "doctor");
    asking.setDaemon(true);
    asking.start();
    asking.join(DOCTOR_MILLIS);
    return String.join("\n", words);
  }

  /** A thread that may run, and is not in a system call, is only short of a processor. */
  private boolean waits() {
    StackTraceElement[] stack = run.getStackTrace();
    return run.getState() != Thread.State.RUNNABLE
        || (stack.length > 0 && stack[0].isNativeMethod());
  }

  /** Where the student's code is: in the run's own thread, or else in another. */
  private List<String> place() {
    List<String> lines = state.studentLines(run.getStackTrace());
    if (!lines.isEmpty()) {
      return lines;
    }
    for (Map.Entry<Thread, StackTraceElement[]> other : Thread.getAllStackTraces().entrySet()) {
      List<String> found = state.studentLines(other.getValue());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
