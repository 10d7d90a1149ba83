package manor.explorer.scenario;

import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.SignalKind;
import manor.task.Future;

/** Two signals arrive on a strange thread; the task that waits for both goes on. */
public final class ForeignSignal implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Future<Void> term = stage.handle().signal(SignalKind.SIGTERM);
    Future<Void> hup = stage.handle().signal(SignalKind.SIGHUP);
    stage.actor(
        "machine",
        () -> {
          stage.signal(SignalKind.SIGTERM);
          stage.signal(SignalKind.SIGHUP);
        });
    stage.runtime().blockOn(Future.join(List.of(term, hup)));
  }
}
