package manor.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import manor.io.Handle;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class UdpSocketTest {
  private final Town town;
  private final Handle handle;
  private final Memory memory = Memory.allocate(100);

  UdpSocketTest(Kernel kernel) throws ErrnoException {
    town = new Town(kernel);
    handle = town.runtime.handle();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aDatagramArrivesWholeAndWhatDoesNotFitIsLost() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket other = UdpSocket.bind(handle, Town.ANYWHERE);
    one.connect(other.localAddress());
    other.connect(one.localAddress());
    var receiving = town.runtime.spawn(other.receive(memory, 50, 50));
    assertEquals(20, town.runtime.blockOn(one.send(memory, 0, 20)));
    assertEquals(20, town.runtime.blockOn(receiving));
    town.runtime.blockOn(one.send(memory, 0, 30));
    town.runtime.blockOn(one.send(memory, 0, 0));
    assertEquals(10, town.runtime.blockOn(other.receive(memory, 0, 10)));
    assertEquals(0, town.runtime.blockOn(other.receive(memory, 0, 10)), "empty, and no end");
  }

  @Test
  void whereNobodyListensTheSenderHearsOfIt() throws Exception {
    UdpSocket gone = UdpSocket.bind(handle, Town.ANYWHERE);
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    one.connect(gone.localAddress());
    gone.close();
    var receiving = town.runtime.spawn(one.receive(memory, 0, 10));
    town.runtime.blockOn(one.send(memory, 0, 1));
    var thrown = assertThrows(Exception.class, () -> town.runtime.blockOn(receiving));
    assertEquals(Errno.ECONNREFUSED, ((ErrnoException) thrown.getCause()).errno());
  }

  @Test
  void aPortInUseIsRefusedAndNothingStaysOpen() throws Exception {
    UdpSocket one = UdpSocket.bind(handle, Town.ANYWHERE);
    var thrown =
        assertThrows(ErrnoException.class, () -> UdpSocket.bind(handle, one.localAddress()));
    assertEquals(Errno.EADDRINUSE, thrown.errno());
    assertEquals(1, handle.registrations());
  }
}
