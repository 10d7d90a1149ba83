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
 * A busy machine alone makes no run fail: it is the run's own time that counts, and as long as it
 * is at work outside of the student's code, a good deal more of it.
 */
final class RunWatch implements Runnable {
  private static final long FIRST_LOOK_MILLIS = 1000;
  private static final long LOOK_EVERY_MILLIS = 250;
  private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1200);
  private static final long ELSEWHERE_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long DOCTOR_MILLIS = 300;
  private static final int IDLE_LOOKS = 4;

  private final RunState state;
  private final Thread run;
  private final RunEnd end;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long begun;

  /** The run's processor time: now, when its test began, and when it came to the student's code. */
  private long used;

  private long atTest;
  private long atStudents;
  private int idle;

  RunWatch(RunState state, Thread run, RunEnd end) {
    this.state = state;
    this.run = run;
    this.end = end;
  }

  @Override
  public void run() {
    try {
      if (!end.comesWithin(FIRST_LOOK_MILLIS)) {
        watch();
      }
      end.await(run);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() throws InterruptedException {
    begun = state.begun();
    used = threads.getThreadCpuTime(run.getId());
    atTest = used;
    atStudents = used;
    while (!end.comesWithin(LOOK_EVERY_MILLIS)) {
      look();
      boolean spins = spins(used - atStudents) || used - atTest > ELSEWHERE_NANOS;
      if (spins || idle >= IDLE_LOOKS) {
        stop(idle >= IDLE_LOOKS ? "waits" : "spins");
      }
    }
  }

  private void look() {
    long now = threads.getThreadCpuTime(run.getId());
    boolean another = state.begun() != begun;
    begun = state.begun();
    atTest = another ? now : atTest;
    boolean there = state.callsFromStudent(run.getStackTrace()) < Integer.MAX_VALUE;
    atStudents = another || !there ? now : atStudents;
    idle = now - used < IDLE_NANOS && waits() ? idle + 1 : 0;
    used = now;
  }

  /**
   * On a busy machine a spin uses its time up slowly; a student who waits long wants less proof.
   */
  private boolean spins(long nanos) {
    return nanos > SPIN_NANOS || (nanos > SPIN_NANOS / 2 && state.nanosInTest() > LONG_NANOS);
  }

  private void stop(String how) throws InterruptedException {
    Place place = place();
    String there = place.thread == run ? how : place.spins() ? "spins" : "waits";
    List<String> texts = new ArrayList<>(List.of(state.test(), there, words()));
    texts.addAll(state.studentLines(place.stack));
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
    String said = words.isEmpty() ? "" : "The doctor: " + String.join("\n", words);
    return said.isEmpty() ? String.join("\n", state.suspicions()) : said;
  }

  /** A thread that may run, and is not in a system call, is only short of a processor. */
  private boolean waits() {
    StackTraceElement[] stack = run.getStackTrace();
    return run.getState() != Thread.State.RUNNABLE
        || (stack.length > 0 && stack[0].isNativeMethod());
  }

  /**
   * A thread, and where it is.
   *
   * @param thread which
   * @param stack innermost first
   */
  private record Place(Thread thread, StackTraceElement[] stack) {
    boolean spins() {
      return thread.getState() == Thread.State.RUNNABLE;
    }
  }

  /**
   * Of all threads the one that is nearest to the student's code: a test may well wait for another
   * thread, which it has sent there.
   */
  private Place place() {
    Place nearest = new Place(run, run.getStackTrace());
    for (Map.Entry<Thread, StackTraceElement[]> other : Thread.getAllStackTraces().entrySet()) {
      if (state.callsFromStudent(other.getValue()) < state.callsFromStudent(nearest.stack)) {
        nearest = new Place(other.getKey(), other.getValue());
      }
    }
    return nearest;
  }
}
