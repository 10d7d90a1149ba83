package manor.exercises.wakeall;

import static manor.exercises.Expect.mistake;

import java.util.ArrayList;
import java.util.List;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.WakeList;
import manor.task.Waker;

/** A list of messengers who tell what was done with them. */
class MessengersOut {
  final WakeList list = new WakeList();

  /** What was done with the messengers, in order. */
  final List<String> deeds = new ArrayList<>();

  final void push(String name, Runnable whenWoken) {
    RawWakerVTable table =
        new RawWakerVTable(
            data -> {
              throw mistake("Nobody need be copied: the list owns the messengers on it.");
            },
            data -> {
              deeds.add("wake " + data);
              whenWoken.run();
            },
            data -> deeds.add("wakeByRef " + data),
            data -> deeds.add("drop " + data));
    list.push(new Waker(new RawWaker(name, table)));
  }

  final void push(String... names) {
    for (String name : names) {
      push(name, () -> {});
    }
  }

  /** The second use of a waker throws; so does a place where nobody stands. */
  final void wakeAll(String who) {
    try {
      list.wakeAll();
    } catch (NullPointerException nobody) {
      throw mistake(
          who
              + "\nYou called upon a place of the array where nobody stands, or stands no more."
              + "\nOnly wakers[0] to wakers[count - 1] hold somebody: take him out before the"
              + " place is emptied.");
    } catch (IllegalStateException used) {
      throw mistake(
          who
              + "\nUsed a second time: "
              + used.getMessage()
              + ". wake uses a messenger up: after it he is neither woken nor dropped.");
    } catch (IndexOutOfBoundsException beyond) {
      throw mistake(who + "\nYou called upon a place that the array does not have: " + beyond);
    }
  }
}
