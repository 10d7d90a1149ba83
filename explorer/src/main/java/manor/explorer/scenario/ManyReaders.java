package manor.explorer.scenario;

import java.util.ArrayList;
import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.runtime.JoinHandle;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Future;

/** Three tasks wait for one byte each at the same connection; three bytes come. */
public final class ManyReaders implements Scenario {
  private static final int READERS = 3;

  @Override
  public void play(Stage stage) throws Exception {
    Stage.Ends ends = stage.connection();
    PollEvented<Fd> guest =
        new PollEvented<>(stage.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
    List<JoinHandle<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(stage.runtime().spawn(guest.read(Memory.allocate(1), 0, 1)));
    }
    Memory letter = Memory.allocate(READERS);
    stage.actor(
        "friend",
        () -> {
          ends.friend().write(letter, 0, 1);
          ends.friend().write(letter, 1, READERS - 1);
        });
    stage.runtime().blockOn(Future.join(readers));
    stage.expect("nobody waits any more", () -> guest.registration().waiting() == 0);
  }
}
