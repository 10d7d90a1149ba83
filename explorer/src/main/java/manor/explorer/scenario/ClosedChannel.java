package manor.explorer.scenario;

import java.util.concurrent.atomic.AtomicInteger;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.runtime.Parker;
import manor.task.Mpsc;

/**
 * Two threads send where there is room for one value, a third one receives, and a fourth closes.
 */
public final class ClosedChannel implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Mpsc<Integer> full = new Mpsc<>(1);
    Mpsc<Integer> empty = new Mpsc<>(1);
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    stage.actor("one", () -> count(Parker.blockOn(full.send(1)) ? taken : refused));
    stage.actor("other", () -> count(Parker.blockOn(full.send(2)) ? taken : refused));
    stage.actor("heir", () -> count(Parker.blockOn(empty.receive()) == null ? refused : taken));
    stage.actor(
        "closer",
        () -> {
          full.close();
          empty.close();
        });
    stage.expect("at most one value was taken in", () -> taken.get() <= 1);
    stage.expect("all were told", () -> taken.get() + refused.get() == 3);
  }

  private static void count(AtomicInteger counter) {
    counter.incrementAndGet();
  }
}
