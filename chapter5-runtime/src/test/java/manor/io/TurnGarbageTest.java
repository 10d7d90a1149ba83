package manor.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;

@RealKernel
class TurnGarbageTest {
  private static final int TURNS = 50_000;

  /** One {@link ReadyEvent} (header, two ints, a flag), and the Ready that it was made from. */
  private static final int HANDED_OUT = 24 + 16;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aTurnMakesNothingBeyondWhatItHandsOut(Kernel kernel) throws IOException {
    try (Household house = new Household(kernel)) {
      turns(house, 1);
      long bytes = turns(house, 1);
      assertTrue(bytes <= (HANDED_OUT + 1) * TURNS, () -> bytes + " bytes in " + TURNS + " turns");
    }
  }

  @Test
  void aTurnThatFindsNothingMakesNothing(Kernel kernel) throws IOException {
    try (Household house = new Household(kernel)) {
      turns(house, 0);
      long bytes = turns(house, 0);
      assertTrue(bytes < TURNS, () -> bytes + " bytes in " + TURNS + " turns");
    }
  }

  private long turns(Household house, int letters) throws IOException {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < TURNS; i++) {
      if (letters > 0) {
        house.friendSays(letters);
      }
      house.look();
      if (letters > 0) {
        house.guestFd.read(house.memory, 0, letters);
      }
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
