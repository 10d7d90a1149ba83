package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.Parker;
import manor.runtime.Runtime;
import manor.task.Future;
import manor.task.Notify;

/** Another thread spawns a task and waits for its end, while the runtime falls asleep. */
public final class SpawnFromOutside implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Runtime runtime = stage.runtime();
    Notify end = new Notify();
    int[] sum = new int[1];
    stage.actor(
        "friend",
        () -> {
          sum[0] = Parker.blockOn(runtime.spawn(Future.ready(7)));
          end.notifyOne();
        });
    runtime.blockOn(end.notified());
    stage.expect("the friend got the value", () -> sum[0] == 7);
    stage.expect("no task is left", () -> runtime.tasks() == 0);
  }
}
