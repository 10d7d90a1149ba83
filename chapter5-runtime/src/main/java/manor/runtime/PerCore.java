package manor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import manor.task.Future;
import manor.task.Notify;

/**
 * A runtime on each of several threads. They share nothing: no task moves from one to another, so
 * nothing in a task needs a lock. The kernel shares out the connections among listeners on the same
 * port (SO_REUSEPORT).
 *
 * <p>Threads: any one starts and closes it.
 */
public final class PerCore implements AutoCloseable {
  private final Notify stop = new Notify();
  private final List<FutureTask<Void>> runs = new ArrayList<>();

  private PerCore() {}

  /**
   * Starts {@code count} threads, and on each a runtime that runs {@code main} until it ends or
   * this is closed.
   *
   * @param open makes each runtime, on its thread
   * @param main makes the first task of each
   */
  public static PerCore start(
      int count, Callable<Runtime> open, Future.Step<? super Runtime, ? extends Future<?>> main) {
    PerCore cores = new PerCore();
    for (int i = 0; i < count; i++) {
      Future<Void> stopped = cores.stop.notified();
      FutureTask<Void> run = new FutureTask<>(() -> run(open, main, stopped));
      cores.runs.add(run);
      new Thread(run, "manor-" + i).start();
    }
    return cores;
  }

  private static Void run(
      Callable<Runtime> open,
      Future.Step<? super Runtime, ? extends Future<?>> main,
      Future<Void> stopped)
      throws Exception {
    try (Runtime runtime = open.call()) {
      runtime.blockOn(Future.<Object>race(main.apply(runtime), stopped));
      return null;
    }
  }

  /**
   * Waits until every runtime has ended by itself.
   *
   * @throws ExecutionException the first failure of a {@code main}
   * @throws InterruptedException when this thread is interrupted meanwhile
   */
  public void join() throws ExecutionException, InterruptedException {
    for (FutureTask<Void> run : runs) {
      run.get();
    }
  }

  /** Ends every runtime, and waits until it has. Failures are told by {@link #join} only. */
  @Override
  public void close() {
    stop.notifyWaiters();
    boolean interrupted = false;
    for (FutureTask<Void> run : runs) {
      interrupted |= awaitEnd(run);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaitEnd(FutureTask<Void> run) {
    try {
      run.get();
      return false;
    } catch (ExecutionException failed) {
      return false;
    } catch (InterruptedException asked) {
      return true;
    }
  }
}
