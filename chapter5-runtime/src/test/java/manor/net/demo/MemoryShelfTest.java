package manor.net.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import manor.syscall.Memory;
import org.junit.jupiter.api.Test;

class MemoryShelfTest {
  private final MemoryShelf shelf = new MemoryShelf(64);

  @Test
  void twoGuestsNeverHaveTheSameMemory() {
    Memory first = shelf.take();
    assertEquals(64, first.size());
    assertNotSame(first, shelf.take());
  }

  @Test
  void whatOneGaveBackIsLentToTheNext() {
    Memory memory = shelf.take();
    shelf.giveBack(memory);
    assertSame(memory, shelf.take());
    assertNotSame(memory, shelf.take());
  }

  @Test
  void aVisitThatIsDroppedGivesItsTwoMemoriesBackOnce() {
    HelloConnection visit = new HelloConnection(null, shelf);
    var future = visit.serve();
    future.drop();
    future.drop();
    Memory first = shelf.take();
    Memory second = shelf.take();
    assertNotSame(first, second);
    assertNotSame(first, shelf.take());
    assertNotSame(second, shelf.take());
  }
}
