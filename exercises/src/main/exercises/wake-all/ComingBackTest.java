package manor.exercises.wakeall;

import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.that;

import java.util.List;
import manor.task.WakeList;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class ComingBackTest extends MessengersOut {
  @Test
  @Order(1)
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
  @Order(2)
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
    wakeAll(
        "anna's messenger put dora and emil on the list while it was being woken, and now it is"
            + " their turn.\nAn array that is put back at the end covers the one in which they"
            + " stand: put it back only if nobody came meanwhile.");
    equal(
        List.of("wake anna", "wake bert", "wake cleo", "wake dora", "wake emil"),
        deeds,
        "Who was put on the list while it was being woken is woken the next time. Empty it once,"
            + " before the first is\nwoken: a count that is set to 0 later forgets them.");
  }

  @Test
  @Order(3)
  void oneWhoComesBackWithOthersWakesThem() {
    push(
        "anna",
        () -> {
          push("dora", () -> push("emil", "fritz"));
          wakeAll("anna's messenger put dora on the list, and came back to it.");
        });
    push("bert", "cleo");
    wakeAll("anna's messenger put dora on the list, and came back to it.");
    that(
        deeds.size() > 1 && deeds.get(1).equals("wake dora"),
        "anna's messenger put dora on the list and called wakeAll: dora is woken by that very"
            + " call.\nWho is on the list when wakeAll is called is woken, whoever calls it, also in"
            + " the middle of another one.\nGot: "
            + deeds);
    equal(
        List.of("wake anna", "wake dora", "wake bert", "wake cleo"),
        deeds,
        "anna's messenger put dora on the list and woke it, and dora's put emil and fritz on it:\n"
            + "they stood in the places of bert and cleo. The array that is being woken may not be"
            + " handed out again\nbefore it is done, however often somebody comes back: two arrays"
            + " in turn are not enough.");
    wakeAll("emil and fritz were put on the list meanwhile.");
    equal(
        List.of("wake emil", "wake fritz"),
        deeds.subList(4, deeds.size()),
        "emil and fritz were put on the list while it was being woken: they are woken the next"
            + " time.");
  }
}
