package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.CountingWaker;
import manor.task.Poll;

/** Another one polls for each letter first, and then the one who waits: his waker is the latest. */
public final class TurnsAndDriver implements Scenario {
  private final CountingWaker other = new CountingWaker();

  @Override
  public void play(Stage stage) throws Exception {
    Memory desk = Memory.allocate(8);
    ReaderAndDriver.play(stage, guest -> context -> poll(guest, context, desk));
    stage.expect("no waker of the other is left", () -> other.live() == 0);
  }

  private Poll<Integer> poll(PollEvented<Fd> guest, Context context, Memory desk) throws Exception {
    Poll<Integer> poll = guest.pollRead(other.context(), desk, 0, 8);
    return poll.isReady() ? poll : guest.pollRead(context, desk, 0, 8);
  }
}
