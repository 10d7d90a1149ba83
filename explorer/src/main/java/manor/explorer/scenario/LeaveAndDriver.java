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
  private int mostWakers;

  @Override
  public void play(Stage stage) throws Exception {
    Memory desk = Memory.allocate(8);
    ReaderAndDriver.play(stage, guest -> context -> poll(guest, context, desk));
    stage.expect("who left was not in the list any more", () -> mostWakers <= 1);
  }

  private Poll<Integer> poll(PollEvented<Fd> guest, Context context, Memory desk) throws Exception {
    Future<Integer> read = guest.read(desk, 0, 8);
    Poll<Integer> left = read.poll(context);
    read.drop();
    Poll<Integer> poll = left.isReady() ? left : guest.pollRead(context, desk, 0, 8);
    mostWakers = Math.max(mostWakers, guest.registration().waiting());
    return poll;
  }
}
