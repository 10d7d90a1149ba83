package manor.explorer.scenario;

import java.time.Duration;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.Handle;
import manor.task.Notify;

/** A ring from another thread, while a timer is set: it is heard now, not when the timer fires. */
public final class RingInTime implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    Handle handle = stage.handle();
    long[] rung = new long[1];
    stage.runtime().spawn(handle.sleep(Duration.ofHours(1)));
    stage.actor(
        "friend",
        () -> {
          bell.notifyOne();
          rung[0] = handle.now();
        });
    stage.runtime().blockOn(bell.notified());
    long late = handle.now() - Duration.ofMinutes(1).toNanos();
    stage.expect("the ring was heard at once", () -> rung[0] >= late);
  }
}
