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

/** A driver is closed while another thread waits, in the list and in a slot: it is told. */
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
    driver.close();
    stage.expect("both were told", () -> told[0] == 2);
  }

  private static void await(Future<Integer> read, int[] told) throws Exception {
    try {
      Parker.blockOn(read);
    } catch (ShutdownException over) {
      told[0]++;
    }
  }
}
