package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.task.CountingWaker;
import manor.task.Future;
import manor.task.Notify;

/** Another thread rings a bell that a task waits for: the ring ends one wait, whenever it comes. */
public final class ForeignRing implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    stage.runtime();
    stage.actor("friend", bell::notifyOne);
    stage.runtime().blockOn(bell.notified());
    Future<Void> next = bell.notified();
    boolean another = next.poll(new CountingWaker().context()).isReady();
    next.drop();
    stage.expect("no ring is left over", () -> !another);
    stage.expect("nobody waits at the bell", () -> bell.waiting() == 0);
  }
}
