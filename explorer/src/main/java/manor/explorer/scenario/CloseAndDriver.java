package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.Driver;
import manor.io.PollEvented;
import manor.io.ShutdownException;
import manor.runtime.Parker;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Future;

/** A driver is closed while others wait, in the list and in a slot: each of them is told. */
public final class CloseAndDriver implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Stage.Ends ends = stage.connection();
    Driver driver = stage.driver();
    PollEvented<Fd> guest =
        new PollEvented<>(driver.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
    Memory desk = Memory.allocate(1);
    int[] told = new int[1];
    stage.actor("waiter", () -> await(guest.read(desk, 0, 1), told));
    stage.actor("poller", () -> await(context -> guest.pollRead(context, desk, 0, 1), told));
    stage.actor("writer", () -> await(context -> guest.pollWrite(context, desk, 0, 1), told));
    driver.close();
    stage.expect("all were told", () -> told[0] == 3);
  }

  private static void await(Future<Integer> call, int[] told) throws Exception {
    try {
      Parker.blockOn(call);
    } catch (ShutdownException over) {
      told[0]++;
    }
  }
}
