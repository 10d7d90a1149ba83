package manor.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import manor.runtime.Descriptors;
import manor.runtime.JoinHandle;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(60)
class IdleGuestsTest {
  /** Each has two ends, and the process may open 20,000 descriptors. */
  private static final int GUESTS = 9_500;

  @Test
  void thousandsWaitEachInATaskOfItsOwn(Kernel kernel) throws Exception {
    long before = Descriptors.open();
    try (Town town = new Town(kernel)) {
      Memory desk = Memory.allocate(1);
      TcpListener listener = town.listener();
      List<TcpStream> guests = new ArrayList<>();
      List<JoinHandle<Integer>> hosts = new ArrayList<>();
      for (int i = 0; i < GUESTS; i++) {
        var accepting = town.runtime.spawn(listener.accept());
        guests.add(
            town.runtime.blockOn(
                TcpStream.connect(town.runtime.handle(), listener.localAddress())));
        TcpStream host = town.runtime.blockOn(accepting);
        hosts.add(town.runtime.spawn(host.read(desk, 0, 1).closing(host)));
      }
      assertEquals(GUESTS, town.runtime.tasks());
      for (int i = 0; i < GUESTS; i += 10) {
        town.runtime.blockOn(guests.get(i).writeAll(desk, 0, 1));
        assertEquals(1, town.runtime.blockOn(hosts.get(i)));
      }
      assertEquals(GUESTS - GUESTS / 10, town.runtime.tasks());
    }
    assertEquals(before, Descriptors.open());
  }
}
