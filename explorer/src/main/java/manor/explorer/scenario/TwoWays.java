package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.Driver;
import manor.io.PollEvented;
import manor.runtime.Parker;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Notify;

/** One thread waits for a byte, another for room to write one: each hears what concerns it. */
public final class TwoWays implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Stage.Ends ends = stage.connection();
    stage.fill(ends.guest());
    Driver driver = stage.driver();
    PollEvented<Fd> guest =
        new PollEvented<>(driver.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
    Memory desk = Memory.allocate(2);
    boolean[] over = new boolean[1];
    Notify written = new Notify();
    stage.actor("driver", () -> ReaderAndDriver.turn(driver, over));
    stage.actor("friend", () -> answer(ends.friend()));
    stage.actor(
        "writer",
        () -> {
          Parker.blockOn(context -> guest.pollWrite(context, desk, 1, 1));
          written.notifyOne();
        });
    Parker.blockOn(context -> guest.pollRead(context, desk, 0, 1));
    Parker.blockOn(written.notified());
    over[0] = true;
    driver.handle().knock();
    stage.expect("nobody waits any more", () -> guest.registration().waiting() == 0);
  }

  /** A byte first, and then room: all that was written is read. */
  private static void answer(Fd friend) throws Exception {
    Memory bin = Memory.allocate(65_536);
    friend.write(bin, 0, 1);
    friend.read(bin, 0, bin.size());
  }
}
