package manor.exercises;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import manor.doctor.Doctor;
import manor.io.SignalSource;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;
import manor.task.Future;
import manor.task.Ledger;

/**
 * The runtime of chapter 5 in a kernel in a box. What another thread would do while the driver asks
 * the kernel, a test does in that very moment; a wait that would never end is a mistake, and so are
 * more calls than any of these runs needs. A doctor listens, and is asked when one of them happens.
 *
 * <p>Threads: that of the runtime; others only while that one waits for them.
 */
public final class BoxedHouse implements AutoCloseable {
  private static final int MOST_CALLS = 3_000;

  private static final String LOOKS =
      "The driver only looks (0) and finds nobody.\nEither there is nothing to do, and it may sleep"
          + " (FOREVER); or there is work that nobody takes out of the inbox.\n";

  private static final String KNOCKS =
      "Somebody knocks again and again.\nOne knock ends one sleep; who knocks need not wait until"
          + " it"
          + " has.\n";

  private final World world = new World();
  private final Kernel traced = new TracingKernel(new SimulatedKernel(world), this::write);
  private final List<String> lines = new ArrayList<>();
  private final Doctor doctor;
  private final Runtime runtime;
  private List<String> diagnoses = List.of();
  private boolean closed;
  private Runnable beforeWait = () -> {};
  private Runnable afterKnock = () -> {};

  /** A house whose steps {@code ledger} hears. */
  public BoxedHouse(Ledger ledger) {
    SignalSource none = (kind, arrived) -> () -> {};
    Trail.forget();
    doctor = Trail.doctor();
    try {
      runtime = Runtime.open(kernel(), new RuntimeOptions(world.clock(), attended(ledger), none));
    } catch (ErrnoException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** A house whose steps nobody hears. */
  public BoxedHouse() {
    this(Ledger.NONE);
  }

  /** Nobody looks twice for this doctor: that takes calls, and tests count them. */
  private Ledger attended(Ledger ledger) {
    Ledger both = ledger.and(doctor);
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) ->
                method.getName().equals("looksTwice") ? false : method.invoke(both, arguments));
  }

  /** The kernel that the runtime asks. */
  public Kernel kernel() {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    boolean waits = method.getName().equals("epoll_wait");
    if (waits) {
      beforeWait.run();
    }
    try {
      Object answer = method.invoke(traced, arguments);
      if (method.getName().equals("write")) {
        afterKnock.run();
      }
      return answer;
    } catch (InvocationTargetException thrown) {
      // Now is the time to ask: a runtime that gives up drops its tasks, and changes the picture.
      diagnoses = waits ? Trail.wordsOf(doctor) : diagnoses;
      throw thrown.getCause();
    }
  }

  private synchronized void write(String line) {
    if (closed) {
      return;
    }
    Trail.note(line);
    lines.add(line.replaceFirst(" +=", " ="));
    if (lines.size() > MOST_CALLS) {
      throw Expect.mistake(
          MOST_CALLS
              + " system calls, and no end: the runtime spins. "
              + (lines.get(lines.size() - 2).startsWith("write(") ? KNOCKS : LOOKS)
              + lastCalls(3)
              + said(Trail.wordsOf(doctor)));
    }
  }

  /** Happens each time before the kernel is asked who is ready. */
  public void beforeEachWait(Runnable happening) {
    beforeWait = happening;
  }

  /** Happens each time after something was written, which in these runs is a knock. */
  public void afterEachKnock(Runnable happening) {
    afterKnock = happening;
  }

  /** The runtime. */
  public Runtime runtime() {
    return runtime;
  }

  /**
   * Runs {@code main} to its end.
   *
   * @param asleep the mistake, if the driver goes to sleep for ever
   */
  public <T> T run(Future<T> main, String asleep) throws Exception {
    try {
      return runtime.blockOn(main);
    } catch (IllegalStateException nothingWillHappen) {
      throw Expect.mistake(
          asleep + "\n" + lastCalls(2) + "\n  " + nothingWillHappen.getMessage() + said(diagnoses));
    }
  }

  private static String said(List<String> diagnoses) {
    return diagnoses.isEmpty() ? "" : "\n\nThe doctor: " + String.join("\n\n", diagnoses);
  }

  /** How many calls of this name there were. */
  public synchronized int count(String call) {
    return (int) lines.stream().filter(line -> line.startsWith(call + "(")).count();
  }

  /** The last calls, as strace prints them. */
  public synchronized String lastCalls(int count) {
    List<String> last = lines.subList(Math.max(0, lines.size() - count), lines.size());
    return "The last system calls:\n  " + String.join("\n  ", last);
  }

  /** Something that another thread does, from its beginning to its end. Throws what that throws. */
  public static void onAnotherThread(Runnable deed) {
    FutureTask<Void> stranger = new FutureTask<>(deed, null);
    Thread thread = new Thread(stranger, "a stranger");
    thread.setDaemon(true);
    thread.start();
    try {
      stranger.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error mistake) {
        throw mistake;
      }
      throw (RuntimeException) failed.getCause();
    }
  }

  @Override
  public void close() {
    closed = true;
    runtime.close();
  }
}
