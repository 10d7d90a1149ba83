package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Poll;

/** A thread polls for letters by hand; another turns the driver; a third one sends them. */
public final class PollAndDriver implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Memory desk = Memory.allocate(8);
    ReaderAndDriver.play(stage, guest -> context -> poll(guest, context, desk));
  }

  private static Poll<Integer> poll(PollEvented<Fd> guest, Context context, Memory desk)
      throws Exception {
    return guest.pollRead(context, desk, 0, 8);
  }
}
