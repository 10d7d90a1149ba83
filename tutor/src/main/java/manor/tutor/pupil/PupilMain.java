package manor.tutor.pupil;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/**
 * The other JVM's program: takes tasks from standard input until there are no more, and answers on
 * standard output. What a student's code prints goes elsewhere.
 */
public final class PupilMain {
  private static final Printed PRINTED = new Printed();

  private PupilMain() {}

  /**
   * Runs tasks until standard input ends.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    PrintStream printed = new PrintStream(PRINTED, true, StandardCharsets.UTF_8);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    System.setOut(printed);
    System.setErr(printed);
    try {
      while (true) {
        run(PupilTask.read(in), out);
      }
    } catch (EOFException noMore) {
      halt();
    }
  }

  /** Runs a task in this very JVM, where everything in it can be trusted, and tells nobody. */
  public static void rehearse(PupilTask task) {
    DataOutputStream nobody = new DataOutputStream(OutputStream.nullOutputStream());
    RunLoader loader = new RunLoader(task);
    Thread.currentThread().setContextClassLoader(loader);
    runTests(new RunState(task, loader, nobody));
    Thread.currentThread().setContextClassLoader(PupilMain.class.getClassLoader());
  }

  private static void run(PupilTask task, DataOutputStream out) throws InterruptedException {
    RunLoader loader = new RunLoader(task);
    RunState state = new RunState(task, loader, out);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    RunEnd end = new RunEnd();
    Thread run = new Thread(() -> runTests(state, end), "exercise");
    run.setContextClassLoader(loader);
    run.setDaemon(true);
    Thread watch = new Thread(new RunWatch(state, run, end), "watch");
    watch.setDaemon(true);
    watch.setPriority(Thread.MAX_PRIORITY);
    run.start();
    watch.start();
    watch.join();
    finish(state, left(before));
  }

  private static void runTests(RunState state, RunEnd end) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      runTests(state);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      end.come();
    }
  }

  private static void runTests(RunState state) {
    try {
      new JUnitRun(state).run();
    } catch (Throwable thrown) {
      // Whatever it was, it is the run's end and has to be told.
      state.say(
          PupilWord.Kind.FAILED,
          state.test(),
          thrown.getClass().getName(),
          String.valueOf(thrown.getMessage()));
    }
    state.say(PupilWord.Kind.TRAIL, state.trail());
  }

  /** Threads that the run has left behind make this JVM useless for another. */
  private static String left(Set<Thread> before) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.isAlive() && !before.contains(thread)) {
        return "thread " + thread.getName() + " was left running";
      }
    }
    return "clean";
  }

  static void finish(RunState state, String how) {
    state.say(PupilWord.Kind.PRINTED, PRINTED.take());
    state.say(PupilWord.Kind.DONE, how);
  }

  /** Ends this JVM at once: nothing that a student's code has prepared is run. */
  static void halt() {
    Runtime.getRuntime().halt(0);
  }
}
