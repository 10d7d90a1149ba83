package manor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WakerSlotTest {
  private final WakerSlot slot = new WakerSlot();
  private final CountingWaker one = new CountingWaker();
  private final CountingWaker other = new CountingWaker();

  @Test
  void theLatestIsWokenAndTheEarlierDropped() {
    slot.store(one.waker());
    slot.store(other.waker());
    assertEquals(0, one.live());
    slot.wake();
    assertEquals(0, one.takeWakes());
    assertEquals(1, other.takeWakes());
  }

  @Test
  void theSameOneIsClonedOnce() {
    slot.store(one.waker());
    slot.store(one.waker());
    assertEquals(1, one.clones());
    assertEquals(1, one.live());
  }

  @Test
  void wakingEmptiesIt() {
    slot.store(one.waker());
    slot.wake();
    slot.wake();
    assertEquals(1, one.takeWakes());
    assertEquals(0, one.live());
  }

  @Test
  void clearingWakesNobody() {
    slot.store(one.waker());
    slot.clear();
    slot.wake();
    assertEquals(0, one.takeWakes());
    assertEquals(0, one.live());
  }
}
