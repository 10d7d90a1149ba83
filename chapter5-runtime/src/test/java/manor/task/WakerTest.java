package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakerTest {
  private final CountingWaker counter = new CountingWaker();

  @Test
  void everyFunctionOfTheTableIsGivenTheData() {
    List<String> calls = new ArrayList<>();
    RawWakerVTable[] table = new RawWakerVTable[1];
    table[0] =
        new RawWakerVTable(
            data -> {
              calls.add("clone " + data);
              return new RawWaker("copy", table[0]);
            },
            data -> calls.add("wake " + data),
            data -> calls.add("wakeByRef " + data),
            data -> calls.add("drop " + data));
    Waker waker = new Waker(new RawWaker("original", table[0]));
    waker.wakeByRef();
    waker.clone().wake();
    waker.clone().drop();
    waker.wake();
    assertEquals(
        List.of(
            "wakeByRef original",
            "clone original",
            "wake copy",
            "clone original",
            "drop copy",
            "wake original"),
        calls);
  }

  @Test
  void wakingUsesAWakerUp() {
    Waker clone = counter.waker().clone();
    clone.wake();
    assertThrows(IllegalStateException.class, clone::wake);
    assertThrows(IllegalStateException.class, clone::drop);
    assertEquals(1, counter.takeWakes());
    assertEquals(0, counter.live());
  }

  @Test
  void wakingByReferenceLeavesItAsItWas() {
    Waker clone = counter.waker().clone();
    clone.wakeByRef();
    clone.wakeByRef();
    assertEquals(2, counter.takeWakes());
    assertEquals(1, counter.live());
  }

  @Test
  void droppingWakesNobody() {
    Waker clone = counter.waker().clone();
    clone.drop();
    assertEquals(0, counter.takeWakes());
    assertEquals(0, counter.live());
    assertThrows(IllegalStateException.class, clone::drop);
  }

  @Test
  void clonesWakeTheSameAndStrangersDoNot() {
    assertTrue(counter.waker().willWake(counter.waker().clone()));
    assertFalse(counter.waker().willWake(new CountingWaker().waker()));
  }
}
