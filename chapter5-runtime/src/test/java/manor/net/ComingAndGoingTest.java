package manor.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import manor.runtime.Descriptors;
import manor.runtime.JoinHandle;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.task.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests come, talk and leave, some of them rudely, a thousand of them: nothing stays. */
@RealKernel
@Timeout(60)
class ComingAndGoingTest {
  private static final int AT_ONCE = 50;
  private static final int VISITS = 20;

  private final Kernel kernel;
  private final Memory desk = Memory.allocate(64);

  ComingAndGoingTest(Kernel kernel) {
    this.kernel = kernel;
  }

  @Test
  void nobodyLeavesAnythingBehind() throws Exception {
    long open = Descriptors.open();
    try (Town town = new Town(kernel)) {
      TcpListener door = town.listener();
      for (int i = 0; i < VISITS; i++) {
        visit(town, door);
      }
      assertEquals(1, town.runtime.handle().registrations(), "the door");
      assertEquals(0, town.runtime.handle().timersWaiting());
      assertEquals(0, town.runtime.tasks());
    }
    assertEquals(open, Descriptors.open());
  }

  private void visit(Town town, TcpListener door) throws Exception {
    List<TcpStream> guests = new ArrayList<>();
    List<JoinHandle<Void>> hosts = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      JoinHandle<TcpStream> accepting = town.runtime.spawn(door.accept());
      guests.add(
          town.runtime.blockOn(TcpStream.connect(town.runtime.handle(), door.localAddress())));
      TcpStream host = town.runtime.blockOn(accepting);
      hosts.add(town.runtime.spawn(echo(host).closing(host)));
    }
    for (TcpStream guest : guests) {
      town.runtime.blockOn(guest.writeAll(desk, 0, 5));
    }
    for (int i = 0; i < AT_ONCE; i++) {
      leave(town, guests.get(i), i % 2 == 0);
    }
    for (JoinHandle<Void> host : hosts) {
      town.runtime.blockOn(host.orElse(rudely -> Future.ready(null)));
    }
  }

  /** One who closes with bytes unread resets the connection. */
  private void leave(Town town, TcpStream guest, boolean politely) throws Exception {
    if (politely) {
      guest.shutdown();
      town.runtime.blockOn(Town.readAll(guest, desk, 5));
      assertEquals(0, town.runtime.blockOn(guest.read(desk, 0, 1)));
    }
    guest.close();
  }

  private static Future<Void> echo(TcpStream host) {
    Memory bytes = Memory.allocate(16);
    return Future.loop(
        () ->
            host.read(bytes, 0, 16)
                .then(
                    count ->
                        count == 0
                            ? Future.ready(false)
                            : host.writeAll(bytes, 0, count).map(written -> true)));
  }
}
