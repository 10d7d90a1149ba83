package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@RealKernel
class DatagramTest {
  private final Socket one;
  private final Socket other;
  private final SockAddr from = new SockAddr();
  private final Memory letter = Memory.allocate(100);

  DatagramTest(Kernel kernel) throws ErrnoException {
    one = bound(kernel);
    other = bound(kernel);
    letter.bytes().put(0, "whole or not at all".getBytes());
  }

  private static Socket bound(Kernel kernel) throws ErrnoException {
    Socket socket = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_DGRAM);
    SockAddr anywhere = SockAddr.of(new InetSocketAddress("127.0.0.1", 0));
    Syscall.check("bind", kernel.bind(socket.number(), anywhere.memory(), anywhere.length()));
    return socket;
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private static void refused(int errno, Executable call) {
    assertEquals(errno, assertThrows(ErrnoException.class, call).errno());
  }

  /** The length of the address is the sixth argument: the one that a wrong call would garble. */
  @Test
  void aDatagramTellsWhoSentIt() throws ErrnoException {
    assertEquals(5, one.sendTo(letter, 0, 5, SockAddr.of(other.localAddress())));
    assertEquals(5, other.receiveFrom(letter, 50, 50, from));
    assertEquals('w', letter.bytes().get(50));
    assertEquals('e', letter.bytes().get(54));
    assertEquals(one.localAddress(), from.get());
    assertEquals(Fd.WOULD_BLOCK, other.receiveFrom(letter, 0, 100, from));
  }

  @Test
  void whatDoesNotFitIsLostAndAnEmptyOneIsOneToo() throws ErrnoException {
    SockAddr to = SockAddr.of(other.localAddress());
    one.sendTo(letter, 0, 10, to);
    one.sendTo(letter, 0, 0, to);
    one.sendTo(letter, 0, 3, to);
    assertEquals(4, other.receiveFrom(letter, 0, 4, from));
    assertEquals(0, other.receiveFrom(letter, 0, 4, from));
    assertEquals(3, other.receiveFrom(letter, 0, 4, from));
  }

  @Test
  void withoutAnAddressItGoesToThePeerIfThereIsOne() throws ErrnoException {
    refused(Errno.EDESTADDRREQ, () -> one.sendTo(letter, 0, 1, null));
    one.connect(other.localAddress());
    assertEquals(1, one.sendTo(letter, 0, 1, null));
    assertEquals(1, other.receiveFrom(letter, 0, 4, from));
  }

  @Test
  void tooLongForOneDatagramIsRefused() throws ErrnoException {
    Memory much = Memory.allocate(65_508);
    SockAddr to = SockAddr.of(other.localAddress());
    assertEquals(65_507, one.sendTo(much, 0, 65_507, to));
    refused(Errno.EMSGSIZE, () -> one.sendTo(much, 0, 65_508, to));
  }
}
