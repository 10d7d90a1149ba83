package manor.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import manor.io.Handle;
import manor.runtime.Descriptors;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.task.Asked;
import manor.task.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a connection begins and ends when somebody is early, late or elsewhere. */
@RealKernel
@Timeout(30)
class TcpEndsTest {
  private final long before = Descriptors.open();
  private final Town town;
  private final Memory memory = Memory.allocate(100);

  TcpEndsTest(Kernel kernel) throws ErrnoException {
    town = new Town(kernel);
  }

  @AfterEach
  void nothingStaysOpen() {
    town.close();
    assertEquals(before, Descriptors.open());
  }

  private <T> T run(Future<T> future) throws Exception {
    return town.runtime.blockOn(future);
  }

  @Test
  void whoHasSaidThatNothingMoreComesCannotWrite() throws Exception {
    Town.Ends ends = town.connection();
    ends.guest().shutdown();
    var thrown = assertThrows(ErrnoException.class, () -> run(ends.guest().writeAll(memory, 0, 1)));
    assertEquals(Errno.EPIPE, thrown.errno());
  }

  @Test
  void whoLeftBeforeHeWasLetInIsLetInAndReadToHisEnd() throws Exception {
    TcpListener listener = town.listener();
    TcpStream guest = run(TcpStream.connect(town.runtime.handle(), listener.localAddress()));
    run(guest.writeAll(memory, 0, 3));
    guest.close();
    TcpStream host = run(listener.accept());
    run(Town.readAll(host, memory, 3));
    assertEquals(0, run(host.read(memory, 0, 9)));
  }

  @Test
  void overIpv6ItIsTheSame() throws Exception {
    Handle handle = town.runtime.handle();
    TcpListener listener = run(TcpListener.bind(handle, new InetSocketAddress("::1", 0)));
    var accepting = town.runtime.spawn(listener.accept());
    TcpStream guest = run(TcpStream.connect(handle, listener.localAddress()));
    TcpStream host = run(accepting);
    assertEquals(guest.localAddress(), host.peerAddress());
    run(guest.writeAll(memory, 0, 5));
    run(Town.readAll(host, memory, 5));
  }

  @Test
  void onARuntimeThatIsClosedNothingBeginsAndNothingStaysOpen() throws Exception {
    InetSocketAddress address = town.listener().localAddress();
    Handle handle = town.runtime.handle();
    town.close();
    Asked<TcpListener> listener = new Asked<>(TcpListener.bind(handle, Town.ANYWHERE));
    assertThrows(ErrnoException.class, listener::poll);
    Asked<TcpStream> stream = new Asked<>(TcpStream.connect(handle, address));
    assertThrows(ErrnoException.class, stream::poll);
    assertThrows(ErrnoException.class, () -> UdpSocket.bind(handle, Town.ANYWHERE));
    assertEquals(0, handle.registrations());
  }
}
