package manor.explorer.scenario;

import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.JoinHandle;
import manor.task.CountingWaker;
import manor.task.Future;
import manor.task.Notify;

/** Two tasks wait at a bell, and two threads ring it for one each: both pass, and nobody else. */
public final class TwoRings implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    JoinHandle<Void> one = stage.runtime().spawn(bell.notified());
    JoinHandle<Void> other = stage.runtime().spawn(bell.notified());
    stage.runtime().blockOn(Future.ready(null));
    stage.actor("friend", bell::notifyOne);
    stage.actor("neighbour", bell::notifyOne);
    stage.runtime().blockOn(Future.join(List.of(one, other)));
    Future<Void> next = bell.notified();
    boolean another = next.poll(new CountingWaker().context()).isReady();
    next.drop();
    stage.expect("no ring is left over", () -> !another);
    stage.expect("no waker is left over", () -> one.wakers() + other.wakers() == 0);
  }
}
