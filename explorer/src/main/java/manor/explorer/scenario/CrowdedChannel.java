package manor.explorer.scenario;

import java.util.concurrent.atomic.AtomicInteger;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.Parker;
import manor.task.Future;
import manor.task.Mpsc;

/** Two threads send through a channel that holds one value; the last one closes it behind him. */
public final class CrowdedChannel implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Mpsc<Integer> channel = new Mpsc<>(1);
    AtomicInteger senders = new AtomicInteger(2);
    int[] sum = new int[1];
    stage.runtime();
    stage.actor("one", () -> send(channel, 1, senders));
    stage.actor("other", () -> send(channel, 2, senders));
    stage.runtime().blockOn(Future.loop(() -> channel.receive().map(value -> isMore(sum, value))));
    stage.expect("both values came", () -> sum[0] == 3);
  }

  private static void send(Mpsc<Integer> channel, int value, AtomicInteger senders)
      throws Exception {
    Parker.blockOn(channel.send(value));
    if (senders.decrementAndGet() == 0) {
      channel.close();
    }
  }

  private static boolean isMore(int[] sum, Integer value) {
    sum[0] += value == null ? 0 : value;
    return value != null;
  }
}
