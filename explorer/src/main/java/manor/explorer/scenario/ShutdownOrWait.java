package manor.explorer.scenario;

import java.util.concurrent.atomic.AtomicInteger;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.JoinException;
import manor.runtime.JoinHandle;
import manor.runtime.Parker;
import manor.runtime.Runtime;
import manor.task.Future;
import manor.task.Notify;

/** The runtime is closed while another thread waits for one of its tasks and spawns another. */
public final class ShutdownOrWait implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Runtime runtime = stage.runtime();
    Notify bell = new Notify();
    AtomicInteger ends = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    JoinHandle<Void> waits = runtime.spawn(bell.notified().closing(closed::incrementAndGet));
    int[] closedByThen = new int[1];
    stage.actor(
        "friend",
        () -> {
          await(waits, ends);
          closedByThen[0] = closed.get();
        });
    stage.actor(
        "late",
        () -> {
          bell.notifyOne();
          await(runtime.spawn(bell.notified().closing(closed::incrementAndGet)), ends);
        });
    runtime.blockOn(Future.ready(null));
    runtime.close();
    stage.expect("both who waited were told", () -> ends.get() == 2);
    stage.expect("who was told found it closed", () -> closedByThen[0] >= 1);
    stage.expect("both tasks were closed once", () -> closed.get() == 2);
    stage.expect("no task is left", () -> runtime.tasks() == 0);
  }

  private static void await(JoinHandle<Void> handle, AtomicInteger ends) throws Exception {
    try {
      Parker.blockOn(handle);
    } catch (JoinException ended) {
      ends.incrementAndGet();
      return;
    }
    ends.incrementAndGet();
  }
}
