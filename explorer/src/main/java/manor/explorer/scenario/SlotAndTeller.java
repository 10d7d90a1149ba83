package manor.explorer.scenario;

import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;
import manor.task.WakerSlot;

/**
 * A future of the textbook: it leaves its waker in a slot and looks again; the teller writes first
 * and wakes then.
 */
public final class SlotAndTeller implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    WakerSlot slot = new WakerSlot();
    boolean[] told = new boolean[2];
    stage.runtime();
    stage.actor("friend", () -> tell(told, 0, slot));
    stage.actor("other", () -> tell(told, 1, slot));
    Future<Void> both = context -> poll(context, told, slot);
    stage.runtime().blockOn(both);
    stage.expect("both were heard", () -> told[0] && told[1]);
  }

  private static void tell(boolean[] told, int which, WakerSlot slot) {
    told[which] = true;
    slot.wake();
  }

  private static Poll<Void> poll(Context context, boolean[] told, WakerSlot slot) {
    slot.store(context.waker());
    if (told[0] && told[1]) {
      slot.clear();
      return Poll.ready(null);
    }
    return Poll.pending();
  }
}
