package manor.syscall;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@RealKernel
class SocketTest {
  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  /** The real kernel, watched. */
  private final Kernel kernel;

  SocketTest(Kernel real) {
    kernel = mock(Kernel.class, delegatesTo(real));
  }

  private Socket listen(InetSocketAddress address) throws ErrnoException {
    return Socket.listen(kernel, address, 16, false);
  }

  private Socket connect(InetSocketAddress address) throws ErrnoException {
    int domain = SockAddr.of(address).family();
    Socket client = Socket.open(kernel, domain, Linux.SOCK_STREAM);
    client.connect(address);
    return client;
  }

  @Test
  void portZeroLetsTheKernelChooseAndLocalAddressTells() throws ErrnoException {
    try (Socket listener = listen(ANY_PORT)) {
      assertEquals(ANY_PORT.getAddress(), listener.localAddress().getAddress());
      assertNotEquals(0, listener.localAddress().getPort());
    }
  }

  @Test
  void acceptIsNullWhenNobodyWaits() throws ErrnoException {
    try (Socket listener = listen(ANY_PORT)) {
      assertNull(listener.accept(null));
      assertNull(listener.accept(new SockAddr()));
    }
  }

  @Test
  void bothEndsKnowEachOther() throws ErrnoException {
    meet(ANY_PORT);
  }

  @Test
  void bothEndsKnowEachOtherOverIpv6OrTheKernelSaysThatItHasNone() throws IOException {
    InetSocketAddress six = new InetSocketAddress("::1", 0);
    Path addresses = Path.of("/proc/net/if_inet6");
    if (Files.exists(addresses) && Files.readString(addresses).contains("0".repeat(31) + "1 ")) {
      meet(six);
    } else {
      int errno = assertThrows(ErrnoException.class, () -> listen(six)).errno();
      assertTrue(errno == Errno.EAFNOSUPPORT || errno == Errno.EADDRNOTAVAIL, "errno " + errno);
    }
  }

  private void meet(InetSocketAddress address) throws ErrnoException {
    SockAddr peer = new SockAddr();
    try (Socket listener = listen(address);
        Socket client = connect(listener.localAddress());
        Socket guest = listener.accept(peer)) {
      assertEquals(client.localAddress(), peer.get());
      assertEquals(client.localAddress(), guest.peerAddress());
      assertEquals(listener.localAddress(), client.peerAddress());
      assertEquals(0, client.error());

      Memory sent = Memory.copyOf("knock".getBytes(US_ASCII));
      Memory got = Memory.allocate(16);
      assertEquals(5, client.write(sent, 0, 5));
      assertEquals(5, guest.read(got, 0, 16));
      assertEquals("knock", got.cString(0));
      assertEquals(Fd.WOULD_BLOCK, guest.read(got, 0, 16));

      client.shutdown(Linux.SHUT_WR);
      assertEquals(0, guest.read(got, 0, 16), "end of file");
    }
  }

  @Test
  void anEnvelopeServesManyGuests() throws ErrnoException {
    SockAddr peer = new SockAddr();
    try (Socket listener = listen(ANY_PORT)) {
      for (int i = 0; i < 3; i++) {
        try (Socket client = connect(listener.localAddress());
            Socket guest = listener.accept(peer)) {
          assertEquals(client.localAddress(), guest.peerAddress());
          assertEquals(client.localAddress(), peer.get());
        }
      }
    }
  }

  @Test
  void anAddressInUseIsRefusedAndNothingStaysOpen() throws ErrnoException {
    try (Socket first = listen(ANY_PORT)) {
      InetSocketAddress taken = first.localAddress();
      ErrnoException refused = assertThrows(ErrnoException.class, () -> listen(taken));
      assertEquals("bind: EADDRINUSE (Address already in use)", refused.getMessage());
      verify(kernel, times(2)).socket(anyInt(), anyInt(), anyInt());
      verify(kernel, times(1)).close(anyInt());
    }
  }

  @Test
  void nothingStaysOpenWhenAnyStepOfListenFails() {
    doReturn(-Errno.ENOMEM).when(kernel).setsockopt(anyInt(), anyInt(), anyInt(), any(), anyInt());
    assertThrows(ErrnoException.class, () -> listen(ANY_PORT));
    verify(kernel, times(1)).close(anyInt());
  }

  @Test
  void reusePortLetsTwoListenOnOneAddress() throws ErrnoException {
    try (Socket first = Socket.listen(kernel, ANY_PORT, 1, true);
        Socket second = Socket.listen(kernel, first.localAddress(), 1, true)) {
      assertEquals(first.localAddress(), second.localAddress());
    }
  }

  @Test
  void everySocketIsNonBlockingAndCloseOnExec() throws ErrnoException {
    try (Socket listener = listen(ANY_PORT);
        Socket client = connect(listener.localAddress());
        Socket guest = listener.accept(null)) {
      for (Socket socket : new Socket[] {listener, client, guest}) {
        assertEquals(Linux.FD_CLOEXEC, kernel.fcntl(socket.number(), Linux.F_GETFD, 0));
        int flags = kernel.fcntl(socket.number(), Linux.F_GETFL, 0);
        assertTrue((flags & Linux.O_NONBLOCK) != 0);
      }
    }
  }

  @Test
  void acceptIsRepeatedAfterEintrWithAllItsRoom() throws ErrnoException {
    Kernel interrupted = mock(Kernel.class);
    SockAddr peer = SockAddr.of(ANY_PORT);
    List<Integer> rooms = new ArrayList<>();
    when(interrupted.accept4(anyInt(), any(), any(), anyInt()))
        .thenAnswer(call -> rooms.add(peer.length()) ? -Errno.EINTR : 0)
        .thenAnswer(call -> rooms.add(peer.length()) ? -Errno.EAGAIN : 0);

    assertNull(Socket.open(interrupted, Linux.AF_INET, Linux.SOCK_STREAM).accept(peer));

    assertEquals(List.of(SockAddr.SIZE, SockAddr.SIZE), rooms);
  }

  @Test
  void aConnectionThatLeftBeforeItWasAcceptedIsAnError() throws ErrnoException {
    Kernel left = mock(Kernel.class);
    when(left.accept4(0, null, null, Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC))
        .thenReturn(-Errno.ECONNABORTED);
    Socket listener = Socket.open(left, Linux.AF_INET, Linux.SOCK_STREAM);
    ErrnoException thrown = assertThrows(ErrnoException.class, () -> listener.accept(null));
    assertEquals("accept4: ECONNABORTED (Software caused connection abort)", thrown.getMessage());
  }

  @Test
  void nobodyListeningIsToldAsAnError() throws ErrnoException {
    InetSocketAddress nobody;
    try (Socket listener = listen(ANY_PORT)) {
      nobody = listener.localAddress();
    }
    try (Socket client = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      int errno = 0;
      try {
        client.connect(nobody);
        errno = client.error();
        assertEquals(0, client.error(), "asking clears it");
      } catch (ErrnoException atOnce) {
        errno = atOnce.errno();
      }
      assertEquals(Errno.ECONNREFUSED, errno);
    }
  }

  @Test
  void optionsComeBack() throws ErrnoException {
    try (Socket socket = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      assertEquals(0, socket.get(Linux.IPPROTO_TCP, Linux.TCP_NODELAY));
      socket.set(Linux.IPPROTO_TCP, Linux.TCP_NODELAY, 1);
      assertEquals(1, socket.get(Linux.IPPROTO_TCP, Linux.TCP_NODELAY));
    }
  }

  @Test
  void noPeerNoAddressAndNoGoodbye() throws ErrnoException {
    try (Socket alone = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM)) {
      Executable goodbye = () -> alone.shutdown(Linux.SHUT_WR);
      assertEquals(Errno.ENOTCONN, assertThrows(ErrnoException.class, goodbye).errno());
      Executable address = alone::peerAddress;
      assertEquals(Errno.ENOTCONN, assertThrows(ErrnoException.class, address).errno());
    }
  }

  @Test
  void aClosedSocketHasNoNumber() throws ErrnoException {
    Socket socket = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
    assertNotNull(socket.fd());
    socket.close();
    socket.close();
    assertEquals(-1, socket.number());
    verify(kernel, times(1)).close(anyInt());
  }
}
