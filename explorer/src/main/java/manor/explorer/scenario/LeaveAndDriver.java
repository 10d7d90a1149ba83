package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/** One who waits for letters leaves the list each time, and polls by hand instead. */
public final class LeaveAndDriver implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Memory desk = Memory.allocate(8);
    ReaderAndDriver.play(stage, guest -> context -> poll(guest, context, desk));
  }

  private static Poll<Integer> poll(PollEvented<Fd> guest, Context context, Memory desk)
      throws Exception {
    Future<Integer> read = guest.read(desk, 0, 8);
    Poll<Integer> poll = read.poll(context);
    read.drop();
    return poll.isReady() ? poll : guest.pollRead(context, desk, 0, 8);
  }
}
