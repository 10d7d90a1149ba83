package manor.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import manor.http.Limits;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(60)
class UploadsTest {
  private static final int NINE_MEGABYTES = 9_379_840;

  private final Kernel kernel;
  private final byte[] nineMegabytes = new byte[NINE_MEGABYTES];

  UploadsTest(Kernel kernel) {
    this.kernel = kernel;
    new Random(1).nextBytes(nineMegabytes);
  }

  private static String post(String path, long length) {
    return "POST " + path + " HTTP/1.1\r\nHost: manor\r\nContent-Length: " + length + "\r\n\r\n";
  }

  @Test
  void nineMegabytesAreAnsweredEveryTime() throws IOException {
    AtomicLong received = new AtomicLong();
    ServerObserver observer =
        new ServerObserver() {
          @Override
          public void gotAllData(long key, long bytes) {
            received.addAndGet(bytes);
          }
        };
    try (TestServer server =
        new TestServer(kernel, TestServer.OPTIONS, TestServer.manor(kernel), observer)) {
      for (int i = 0; i < 20; i++) {
        Guest guest = server.guest().say(post("/", NINE_MEGABYTES)).say(nineMegabytes);
        assertEquals(Guest.GREETING, guest.reply().text());
      }
    }
    assertEquals(20L * NINE_MEGABYTES, received.get());
  }

  @Test
  void nineMegabytesInChunksAreAnswered() throws IOException {
    try (TestServer server = new TestServer(kernel)) {
      String head = "POST / HTTP/1.1\r\nHost: manor\r\nTransfer-Encoding: chunked\r\n\r\n";
      Guest guest = server.guest().say(head);
      for (int i = 0; i < 9; i++) {
        guest.say("100000\r\n").say(new byte[0x100000]).say("\r\n");
      }
      assertEquals(200, guest.say("0\r\n\r\n").reply().status());
    }
  }

  @Test
  void anUploadOfNineMegabytesComesBackAsItWasSent() throws IOException {
    try (TestServer server = new TestServer(kernel)) {
      Guest guest = server.guest().say(post("/echo", NINE_MEGABYTES)).say(nineMegabytes);
      assertArrayEquals(nineMegabytes, guest.reply().content());
    }
  }

  @Test
  void anUploadThatIsTooLargeCanReadSo() throws IOException {
    ServerOptions options = TestServer.OPTIONS.withLimits(Limits.DEFAULT.withBody(1000));
    try (TestServer server =
        new TestServer(kernel, options, TestServer.manor(kernel), ServerObserver.NONE)) {
      Guest guest = server.guest().say(post("/", NINE_MEGABYTES)).say(nineMegabytes);
      assertEquals(413, guest.reply().status());
      assertEquals("", guest.rest(), "a reset would have overtaken the answer");
      server.stillServes();
    }
  }

  @Test
  void aClientThatExpectsAContinueGetsItAtOnce() throws IOException {
    try (TestServer server = new TestServer(kernel)) {
      String head = "POST /echo HTTP/1.1\r\nHost: manor\r\nExpect: 100-continue\r\n";
      Guest guest = server.guest().say(head + "Content-Length: 5\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", guest.reply().head());
      assertEquals("hello", guest.say("hello").reply().text());
    }
  }

  @Test
  void aBodyThatNobodyKeepsCostsNoMemory() throws IOException {
    try (HandTurned server = new HandTurned(kernel)) {
      Guest guest = server.guest().say(post("/", 10_000_000));
      for (int i = 0; i < 100; i++) {
        guest.say(new byte[10_000]);
        server.turns(1);
      }
      assertTrue(server.inUse() <= 1024, () -> server.inUse() + " bytes kept");
    }
  }
}
