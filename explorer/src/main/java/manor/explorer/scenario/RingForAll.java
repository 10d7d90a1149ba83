package manor.explorer.scenario;

import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.JoinHandle;
import manor.task.Future;
import manor.task.Notify;

/** Another thread rings for all; everyone who asked before the ring passes. */
public final class RingForAll implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    JoinHandle<Void> one = stage.runtime().spawn(bell.notified());
    JoinHandle<Void> other = stage.runtime().spawn(bell.notified());
    stage.actor("friend", bell::notifyWaiters);
    stage.runtime().blockOn(Future.join(List.of(one, other)));
  }
}
