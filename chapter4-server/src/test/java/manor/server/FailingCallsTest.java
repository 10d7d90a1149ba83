package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call fails, and at most one connection is lost. */
@RealKernel
@Timeout(30)
class FailingCallsTest {
  private static final String POST =
      "POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: 5\r\n\r\n";

  private final Diary told = new Diary();
  private HandTurned server;
  private Guest bystander;

  @BeforeEach
  void open(Kernel kernel) throws IOException {
    server = new HandTurned(kernel, told);
    bystander = server.guest().say("GET / HTTP/1.1\r\nHo");
    server.turns(3);
  }

  @AfterEach
  void close() throws IOException {
    assertEquals(200, server.replyTo(bystander.say("st: manor\r\n\r\n")).status());
    server.stillServes();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Errno.ENOMEM, Errno.ENOSPC})
  void aConnectionThatTheKernelWillNotWatchIsClosed(int errno) throws IOException {
    server.kernel.failTheNth("epoll_ctl ADD", 1, errno);
    Guest guest = server.guest().say(Guest.HELLO);
    server.turnUntil(() -> told.has("closed 102"));
    assertEquals(1, told.count("lost 102 epoll_ctl"));
    assertThrows(IOException.class, guest::reply);
  }

  @Test
  void aConnectionWhoseInterestCannotBeChangedIsLostAlone() throws IOException {
    server.kernel.failTheNth("epoll_ctl MOD", 1, Errno.ENOMEM);
    byte[] large = new byte[8_000_000];
    Guest guest = server.guest(4096);
    guest.say("POST /echo HTTP/1.1\r\nHost: manor\r\nContent-Length: " + large.length + "\r\n\r\n");
    for (int i = 0; i < 80; i++) {
      guest.say(new byte[100_000]);
      server.turns(2);
    }
    server.turnUntil(() -> told.has("closed 102"));
    assertEquals(1, told.count("lost 102 epoll_ctl: ENOMEM"));
    assertEquals(0, server.inUse() - 1024, "only the bystander's unfinished head is kept");
  }

  @ParameterizedTest
  @CsvSource({"read,104", "read,12", "read,110", "write,32", "write,104", "write,12"})
  void aConnectionWhoseBytesDoNotMoveIsLostAlone(String call, int errno) throws IOException {
    for (int n = 1; n <= 3; n++) {
      server.kernel.failTheNth(call, n, errno);
      Guest guest = server.guest();
      int lostBefore = told.count("lost");
      for (int i = 0; i < 3 && told.count("lost") == lostBefore; i++) {
        guest.say(POST + "hello");
        server.turnUntil(() -> guest.hears() || told.count("lost") > lostBefore);
        if (told.count("lost") == lostBefore) {
          assertEquals("hello", guest.reply().text());
        }
      }
      assertEquals(lostBefore + 1, told.count("lost"), "call " + n);
      server.stillServes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "write", "accept4", "epoll_wait"})
  void anInterruptionIsNoNews(String call) throws IOException {
    for (int n = 1; n <= 4; n++) {
      server.kernel.failTheNth(call, n, Errno.EINTR);
      Guest guest = server.guest();
      for (int i = 0; i < 4; i++) {
        guest.say(POST);
        server.turns(2);
        assertEquals("hello", server.replyTo(guest.say("hello")).text());
      }
    }
    assertEquals(0, told.count("lost"));
    assertEquals(0, told.count("wait"));
    assertEquals(0, told.count("accept"));
  }

  @ParameterizedTest
  @ValueSource(ints = {Errno.ENOMEM, Errno.EINVAL, Errno.EBADF})
  void aWaitThatFailsIsRepeatedWithoutHaste(int errno) throws IOException {
    server.kernel.failEvery("epoll_wait", errno);
    Guest guest = server.guest().say(Guest.HELLO);
    server.turns(10);
    assertEquals(10, told.count("wait"));
    assertEquals(10, server.clock.pauses(), "each failure is followed by a pause");
    server.kernel.relent("epoll_wait");
    assertEquals(200, server.replyTo(guest).status());
  }

  @Test
  void timeGoesOnWhileTheWaitFails() throws IOException {
    server.kernel.failEvery("epoll_wait", Errno.ENOMEM);
    server.after(Duration.ofSeconds(11));
    assertEquals(1, told.count("refused 101 408"));
    server.kernel.relent("epoll_wait");
    assertEquals(408, server.replyTo(bystander).status());
    bystander = server.guest().say("GET / HTTP/1.1\r\nHo");
  }

  @Test
  void aCloseThatFailsIsNotRepeated() throws IOException {
    server.kernel.failEvery("close", Errno.EINTR);
    Guest guest = server.guest().say("GET / HTTP/1.1\r\nHost: manor\r\nConnection: close\r\n\r\n");
    int before = server.kernel.calls("close");
    server.turnUntil(() -> told.has("closed 102"));
    assertEquals(before + 1, server.kernel.calls("close"));
    assertEquals(200, guest.reply().status());
    assertEquals("", guest.rest());
  }
}
