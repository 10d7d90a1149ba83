package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.Runtime;
import manor.task.Future;
import manor.task.Notify;

/** Two runtimes on two threads ring each other awake in turn. */
public final class TwoRuntimes implements Scenario {
  private static final int ROUNDS = 2;

  @Override
  public void play(Stage stage) throws Exception {
    Notify ping = new Notify();
    Notify pong = new Notify();
    Runtime first = stage.runtime();
    Runtime second = stage.anotherRuntime();
    stage.actor(
        "other",
        () -> {
          second.blockOn(volley(ping, pong));
          second.close();
        });
    ping.notifyOne();
    first.blockOn(volley(pong, ping));
  }

  private static Future<Void> volley(Notify from, Notify to) {
    int[] count = new int[1];
    return Future.loop(
        () ->
            from.notified()
                .map(
                    heard -> {
                      to.notifyOne();
                      return ++count[0] < ROUNDS;
                    }));
  }
}
