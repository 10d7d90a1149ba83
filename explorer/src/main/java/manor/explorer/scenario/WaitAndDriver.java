package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.syscall.Memory;

/** A thread waits for letters with futures; another turns the driver; a third one sends them. */
public final class WaitAndDriver implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Memory desk = Memory.allocate(8);
    ReaderAndDriver.play(stage, guest -> guest.read(desk, 0, 8));
  }
}
