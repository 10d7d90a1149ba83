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
class EveryoneTest extends MessengersOut {
  private static Runnable stumble(String why) {
    return () -> {
      throw new IllegalStateException(why);
    };
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
    push("fritz");
    wakeAll("After a failure a list is used again.");
    equal(
        "wake fritz",
        deeds.get(deeds.size() - 1),
        "After a failure a list is used again: whatever you changed on the way in has to be put"
            + " right\nbefore the failure is thrown.");
  }

  @Test
  @Order(5)
  void twoMayStumbleOverTheSameStone() {
    RuntimeException stone = new IllegalStateException("the same stone");
    Runnable stumbles =
        () -> {
          throw stone;
        };
    push("anna", stumbles);
    push("bert", stumbles);
    push("cleo");
    RuntimeException failure = null;
    try {
      list.wakeAll();
    } catch (RuntimeException thrown) {
      failure = thrown;
    }
    that(
        deeds.contains("wake cleo") && failure == stone,
        "Two messengers threw one and the same exception object. It has to be thrown at the end,"
            + " and cleo woken before; thrown was: "
            + failure
            + ".\naddSuppressed refuses an exception that is to suppress itself.");
  }
}
