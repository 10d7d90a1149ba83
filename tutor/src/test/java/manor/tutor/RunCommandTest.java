package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import manor.syscall.Socket;
import org.junit.jupiter.api.Test;

class RunCommandTest {
  private static void refused(String message, String... args) {
    Typed typed = Typed.manor(args);
    assertEquals(2, typed.status());
    assertTrue(typed.err().contains(message), typed.err());
  }

  @Test
  void onlyAServerHasAPort() {
    refused("--port is for chapter5 echo and", "run", "chapter5", "byte", "--port", "1");
    refused("--port is for chapter5 echo and", "run", "chapter1", "--port", "1");
  }

  @Test
  void aPortHasSixteenBits() {
    refused("between 0 and 65535, not 65536", "run", "chapter5", "echo", "--port", "65536");
    refused("between 0 and 65535, not -1", "run", "chapter5", "hello", "--port", "-1");
  }

  @Test
  @RealKernel
  void aPortInUseIsNamed(Kernel kernel) throws Exception {
    var anywhere = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    try (Socket listener = Socket.listen(kernel, anywhere, 1, false)) {
      int port = listener.localAddress().getPort();
      Typed typed = Typed.manor("run", "chapter5", "echo", "--port", Integer.toString(port));
      assertEquals(1, typed.status());
      assertTrue(typed.err().contains("port " + port + " is in use"), typed.err());
    }
  }
}
