package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Poll;

/** A friend sends two letters, one byte each; a task polls for them by hand until the end. */
public final class Letters implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Stage.Ends ends = stage.connection();
    PollEvented<Fd> guest =
        new PollEvented<>(stage.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
    Memory desk = Memory.allocate(8);
    Memory letter = Memory.allocate(8);
    stage.actor(
        "friend",
        () -> {
          ends.friend().write(letter, 0, 1);
          ends.friend().write(letter, 0, 1);
          ends.friend().close();
        });
    int[] bytes = new int[1];
    stage
        .runtime()
        .blockOn(
            context -> {
              while (true) {
                Poll<Integer> poll = guest.pollRead(context, desk, 0, 8);
                if (poll.isPending()) {
                  return Poll.pending();
                }
                if (poll.get() == 0) {
                  return Poll.ready(null);
                }
                bytes[0] += poll.get();
              }
            });
    stage.expect("both letters were read", () -> bytes[0] == 2);
  }
}
