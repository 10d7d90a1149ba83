package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakeListTest {
  private final WakeList list = new WakeList();
  private final List<Object> woken = new ArrayList<>();

  private Waker waker(Object data, Runnable wake) {
    RawWakerVTable table =
        new RawWakerVTable(
            same -> null,
            same -> {
              woken.add(same);
              wake.run();
            },
            same -> {},
            same -> {});
    return new Waker(new RawWaker(data, table));
  }

  @Test
  void wakesEveryoneOnceInTheOrderTheyCame() {
    IntStream.range(0, WakeList.CAPACITY).forEach(i -> list.push(waker(i, () -> {})));
    list.wakeAll();
    list.wakeAll();
    assertEquals(IntStream.range(0, WakeList.CAPACITY).boxed().toList(), woken);
  }

  @Test
  void holdsAFewDozenAndIsUsedAgain() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < WakeList.CAPACITY; i++) {
        assertTrue(list.canPush());
        list.push(waker(i, () -> {}));
      }
      assertFalse(list.canPush());
      assertThrows(IndexOutOfBoundsException.class, () -> list.push(waker("many", () -> {})));
      list.wakeAll();
    }
    assertEquals(3 * WakeList.CAPACITY, woken.size());
  }

  @Test
  void oneThatFailsDoesNotKeepTheNewsFromTheOthers() {
    list.push(
        waker(
            "fails",
            () -> {
              throw new IllegalStateException("first");
            }));
    list.push(
        waker(
            "fails too",
            () -> {
              throw new IllegalStateException("second");
            }));
    list.push(waker("last", () -> {}));
    var thrown = assertThrows(IllegalStateException.class, list::wakeAll);
    assertEquals("first", thrown.getMessage());
    assertEquals(List.of("fails", "fails too", "last"), woken);
    list.wakeAll();
    assertEquals(3, woken.size());
  }

  @Test
  void oneThatPutsOthersOnTheListWhileItIsWokenTakesNobodysPlace() {
    list.push(
        waker(
            "brings friends",
            () -> {
              list.push(waker("friend", () -> {}));
              list.push(waker("other friend", () -> {}));
            }));
    list.push(waker("second", () -> {}));
    list.push(waker("third", () -> {}));
    list.wakeAll();
    assertEquals(List.of("brings friends", "second", "third"), woken);
    list.wakeAll();
    assertEquals(List.of("brings friends", "second", "third", "friend", "other friend"), woken);
    list.wakeAll();
    assertEquals(5, woken.size());
  }

  @Test
  void oneThatWakesTheListAgainWakesOnlyWhomItPutThere() {
    list.push(
        waker(
            "comes back",
            () -> {
              list.wakeAll();
              list.push(waker("friend", () -> {}));
              list.wakeAll();
            }));
    list.push(waker("second", () -> {}));
    list.wakeAll();
    list.wakeAll();
    assertEquals(List.of("comes back", "friend", "second"), woken);
    assertTrue(list.canPush());
  }

  @Test
  void aListThatWasFullMayBeFilledAgainWhileItIsWoken() {
    list.push(
        waker(
            "fills it",
            () ->
                IntStream.range(0, WakeList.CAPACITY)
                    .forEach(i -> list.push(waker(i, this::nothing)))));
    IntStream.range(1, WakeList.CAPACITY).forEach(i -> list.push(waker(-i, this::nothing)));
    list.wakeAll();
    assertFalse(list.canPush());
    list.wakeAll();
    assertEquals(2 * WakeList.CAPACITY, woken.stream().distinct().count());
  }

  private void nothing() {}
}
