package manor.exercises.wakeall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.ArrayList;
import java.util.List;
import manor.task.RawWaker;
import manor.task.RawWakerVTable;
import manor.task.WakeList;
import manor.task.Waker;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class EveryoneTest {
  private final WakeList list = new WakeList();
  private final List<String> deeds = new ArrayList<>();

  private void push(String name, Runnable whenWoken) {
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

  private void push(String... names) {
    for (String name : names) {
      push(name, () -> {});
    }
  }

  private static Runnable stumble(String why) {
    return () -> {
      throw new IllegalStateException(why);
    };
  }

  /** The second use of a waker throws; so does a place where nobody stands. */
  private void wakeAll(String who) {
    try {
      list.wakeAll();
    } catch (NullPointerException nobody) {
      throw mistake(
          who
              + "\nYou called upon a place of the array where nobody stands, or stands no more."
              + "\nOnly wakers[0] to wakers[count - 1] hold somebody: take him out before the"
              + " place is emptied.");
    } catch (IllegalStateException used) {
      throw mistake(who + "\nUsed a second time: " + used.getMessage());
    } catch (IndexOutOfBoundsException beyond) {
      throw mistake(who + "\nYou called upon a place that the array does not have: " + beyond);
    }
  }

  @Test
  @Order(1)
  void everyoneIsWokenInTheOrderTheyCame() {
    push("anna", "bert", "cleo");
    wakeAll("Three messengers were on the list.");
    that(
        !deeds.contains("wakeByRef anna") || !deeds.contains("drop anna"),
        "wakeByRef and then drop: that is what wake does in one, and wake ends the service even of"
            + " one who stumbles.");
    that(
        !deeds.contains("wakeByRef anna"),
        "You called wakeByRef. That leaves the messenger as he is, and nobody will ever end his"
            + " service: a leak.\nThe list owns those who stand on it: wake them, which uses them"
            + " up.");
    that(
        !deeds.isEmpty(),
        "Three messengers were on the list, and none was sent. If count is set to 0 first, remember"
            + " before how many there were.");
    equal(
        List.of("wake anna", "wake bert", "wake cleo"),
        deeds,
        "Everyone is woken once, in the order they came. drop would send a messenger home without"
            + " news.");
  }

  @Test
  @Order(2)
  void theListIsEmptyAfterwards() {
    push("anna", "bert");
    wakeAll("Two messengers were on the list.");
    wakeAll("The list was not emptied: the next wakeAll began with those who were woken already.");
    equal(List.of("wake anna", "wake bert"), deeds, "The second wakeAll finds nobody.");
    push("cleo");
    wakeAll("The list was not emptied: it woke someone again.");
    equal(List.of("wake anna", "wake bert", "wake cleo"), deeds, "A list is used again and again.");
  }

  @Test
  @Order(3)
  void aFullListIsEmptyAfterwardsToo() {
    for (int i = 0; i < WakeList.CAPACITY; i++) {
      push("guest " + i);
    }
    wakeAll("The list was full: " + WakeList.CAPACITY + " messengers.");
    equal(
        WakeList.CAPACITY, deeds.size(), "A full list was woken: as many wakes as there is room.");
    that(list.canPush(), "After wakeAll there is room again: set the count back to 0.");
  }

  @Test
  @Order(4)
  void oneWhoStumblesDoesNotKeepTheNewsFromTheOthers() {
    push("anna");
    push("bert", stumble("bert fell"));
    push("cleo");
    push("dora", stumble("dora fell"));
    push("emil");
    RuntimeException failure = null;
    try {
      list.wakeAll();
    } catch (RuntimeException thrown) {
      failure = thrown;
    }
    equal(
        List.of("wake anna", "wake bert", "wake cleo", "wake dora", "wake emil"),
        deeds,
        "bert's messenger threw an exception, and those behind him never got their news:\nthey"
            + " wait for ever. Catch it, go on, and throw it at the end.");
    equal(
        "bert fell",
        failure == null ? "nothing" : failure.getMessage(),
        "Two stumbled. Nobody may hide a failure: the first of them is thrown at the end,"
            + " itself and not wrapped up.");
    wakeAll("After a failure the list must be empty too.");
  }

  @Test
  @Order(5)
  void oneWhoComesBackToTheListFindsItEmpty() {
    boolean[] full = new boolean[1];
    push(
        "anna",
        () -> {
          wakeAll(
              "anna's messenger came back to the list while it was being woken, and it still held"
                  + " those who are woken already.\nEmpty it before the first is woken.");
          equal(
              List.of("wake anna"),
              deeds.subList(0, Math.min(2, deeds.size())),
              "anna's messenger came back to the list while it was being woken, found others on it,"
                  + " and woke them,\nin the middle of her own news. Empty it before the first is"
                  + " woken.");
          full[0] = !list.canPush();
        });
    for (int i = 1; i < WakeList.CAPACITY; i++) {
      push("guest " + i);
    }
    wakeAll("anna's messenger came back to the list while it was being woken.");
    equal(WakeList.CAPACITY, deeds.size(), "Everyone is woken once, whoever comes back meanwhile.");
    that(!full[0], "While the messengers are out the list counts as empty: there is room on it.");
  }

  @Test
  @Order(6)
  void oneWhoPutsOthersOnTheListTakesNobodysPlace() {
    push("anna", () -> push("dora", "emil"));
    push("bert", "cleo");
    wakeAll("anna's messenger put others on the list while it was being woken.");
    equal(
        List.of("wake anna", "wake bert", "wake cleo"),
        deeds,
        "anna's messenger put dora and emil on the list while it was being woken. They are woken"
            + " the next\ntime, and may not stand in the places of bert and cleo, who were still to"
            + " be woken: take the\narray itself away before the first is woken.");
    wakeAll("Those who were put on the list meanwhile are woken once, the next time.");
    equal(
        List.of("wake anna", "wake bert", "wake cleo", "wake dora", "wake emil"),
        deeds,
        "Who was put on the list while it was being woken is woken the next time.");
  }
}
