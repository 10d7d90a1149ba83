package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaiterListTest {
  private static final class Guest extends Waiter {}

  private final WaiterList list = new WaiterList();

  private List<Waiter> content() {
    List<Waiter> content = new ArrayList<>();
    for (Waiter waiter = list.first(); waiter != null; waiter = list.after(waiter)) {
      content.add(waiter);
    }
    return content;
  }

  @Test
  void behavesAsAListDoesWhoeverComesAndLeaves() {
    Random random = new Random(1);
    List<Waiter> model = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      if (model.isEmpty() || random.nextInt(100) < 52) {
        Waiter guest = new Guest();
        list.add(guest);
        model.add(guest);
      } else {
        Waiter leaving = model.remove(random.nextInt(model.size()));
        list.remove(leaving);
        assertFalse(leaving.isWaiting());
      }
      assertEquals(model.isEmpty(), list.isEmpty());
      assertEquals(model.size(), list.size());
      assertEquals(model, content());
    }
  }

  @Test
  void leavingTwiceOrAnotherListIsHarmless() {
    Waiter guest = new Guest();
    list.add(guest);
    new WaiterList().remove(guest);
    assertEquals(List.of(guest), content());
    list.remove(guest);
    list.remove(guest);
    assertEquals(List.of(), content());
  }
}
