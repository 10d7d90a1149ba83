package manor.explorer.scenario;

import java.time.Duration;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.JoinHandle;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;

/** One of two who wait gives up while the bell rings for one: the other hears it, or the next. */
public final class DropOrRing implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Notify bell = new Notify();
    Future<Void> patience = stage.handle().sleep(Duration.ofMillis(1));
    int[] heard = new int[1];
    JoinHandle<Void> hasty =
        stage.runtime().spawn(hasty(patience, bell.notified().map(rung -> hear(heard))));
    stage.actor("friend", bell::notifyOne);
    stage.runtime().blockOn(hasty);
    if (heard[0] == 0) {
      stage.runtime().blockOn(bell.notified());
    }
    stage.expect("nobody waits at the bell", () -> bell.waiting() == 0);
  }

  /** Looks at the clock before it listens, and so may leave with a ring in its ears. */
  private static Future<Void> hasty(Future<Void> patience, Future<Void> bell) {
    return context -> {
      if (patience.poll(context).isReady()) {
        bell.drop();
        return Poll.ready(null);
      }
      return bell.poll(context);
    };
  }

  private static Void hear(int[] heard) {
    heard[0]++;
    return null;
  }
}
