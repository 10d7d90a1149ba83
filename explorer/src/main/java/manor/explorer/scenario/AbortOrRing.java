package manor.explorer.scenario;

import java.util.concurrent.atomic.AtomicInteger;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.JoinHandle;
import manor.runtime.Runtime;
import manor.task.Future;
import manor.task.Notify;

/**
 * A task is aborted while the bell rings that it waits for: it ends, once, in one way or the other.
 */
public final class AbortOrRing implements Scenario {
  private static final int AWAY = 100;

  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    AtomicInteger closed = new AtomicInteger();
    Thread home = Thread.currentThread();
    Runtime runtime = stage.runtime();
    JoinHandle<Void> task =
        runtime.spawn(
            bell.notified()
                .closing(() -> closed.addAndGet(Thread.currentThread() == home ? 1 : AWAY)));
    stage.actor("friend", bell::notifyOne);
    stage.actor("foe", task::abort);
    runtime.blockOn(task.orElse(aborted -> Future.ready(null)));
    stage.expect("what it held was closed once, by the runtime", () -> closed.get() == 1);
    stage.expect("nobody waits at the bell", () -> bell.waiting() == 0);
    stage.expect("no task is left", () -> runtime.tasks() == 0);
  }
}
