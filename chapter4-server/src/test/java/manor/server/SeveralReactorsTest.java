package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import manor.http.Handler;
import manor.http.Response;
import manor.http.Status;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a server starts, on one thread or several, on one address or another, or not at all. */
@RealKernel
@Timeout(30)
class SeveralReactorsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Kernel kernel;

  SeveralReactorsTest(Kernel kernel) {
    this.kernel = kernel;
  }

  @Test
  void fourReactorsShareOnePort() throws IOException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Handler handler =
        request -> {
          threads.add(Thread.currentThread());
          return Response.text(Status.OK, "here");
        };
    ServerOptions options = TestServer.OPTIONS.withThreads(4);
    try (TestServer server = new TestServer(kernel, options, handler, ServerObserver.NONE)) {
      for (int i = 0; i < 200; i++) {
        assertEquals("here", server.guest().ask(Guest.HELLO).text());
      }
    }
    assertEquals(4, threads.size(), "the kernel deals connections out to all of them");
    threads.forEach(thread -> assertTrue(!thread.isAlive()));
  }

  @Test
  void aServerListensOnIpv6() throws IOException {
    InetAddress ipv6 = InetAddress.getByName("::1");
    ServerOptions options = TestServer.OPTIONS.withAddress(new InetSocketAddress(ipv6, 0));
    try (TestServer server =
        new TestServer(kernel, options, TestServer.manor(kernel), ServerObserver.NONE)) {
      assertTrue(server.address().getAddress() instanceof Inet6Address);
      server.stillServes();
    }
  }

  @Test
  void aPortInUseIsSaidAndNothingStaysOpen() throws IOException {
    try (TestServer server = new TestServer(kernel)) {
      Map<String, Integer> before = Descriptors.open();
      ServerOptions taken = TestServer.OPTIONS.withAddress(server.address());
      ErrnoException refused = assertThrows(ErrnoException.class, () -> open(kernel, taken));
      assertEquals(Errno.EADDRINUSE, refused.errno());
      assertEquals(before, Descriptors.open());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "socket,3",
    "setsockopt,6",
    "bind,3",
    "listen,3",
    "getsockname,1",
    "epoll_create1,3",
    "eventfd,3",
    "epoll_ctl ADD,6"
  })
  void aStartThatFailsHalfwayLeavesNothingOpen(String call, int times) throws IOException {
    Map<String, Integer> before = Descriptors.open();
    for (int n = 1; n <= times; n++) {
      UnluckyKernel unlucky = new UnluckyKernel(kernel);
      unlucky.failTheNth(call, n, Errno.ENOMEM);
      ServerOptions three = TestServer.OPTIONS.withThreads(3);
      assertThrows(ErrnoException.class, () -> open(unlucky.kernel(), three), call + " " + n);
      assertEquals(before, Descriptors.open(), call + " " + n);
      assertEquals(0, unlucky.calls("close that failed"));
    }
  }

  private static Server open(Kernel kernel, ServerOptions options) throws ErrnoException {
    return Server.open(
        kernel, new HandClock(0), options, TestServer.manor(kernel), ServerObserver.NONE);
  }

  @Test
  void optionsThatNoServerCanKeepAreRefused() {
    InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
    assertThrows(IllegalArgumentException.class, () -> TestServer.OPTIONS.withAddress(unknown));
    assertThrows(IllegalArgumentException.class, () -> TestServer.OPTIONS.withThreads(0));
    assertEquals(LOOPBACK, ServerOptions.DEFAULT.address().getAddress());
  }
}
