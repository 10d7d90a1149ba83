package manor.explorer.scenario;

import java.time.Duration;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.task.Future;
import manor.task.Notify;

/**
 * A wait that ends with a ring from outside or after a time, whichever comes first, and leaves
 * nothing behind.
 */
public final class TimerOrRing implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    stage.runtime();
    stage.actor("friend", bell::notifyOne);
    stage
        .runtime()
        .blockOn(Future.<Void>race(bell.notified(), stage.handle().sleep(Duration.ofMillis(5))));
    int timers = stage.handle().timersWaiting();
    stage.expect("no timer is left", () -> timers == 0);
    stage.expect("nobody waits at the bell", () -> bell.waiting() == 0);
  }
}
