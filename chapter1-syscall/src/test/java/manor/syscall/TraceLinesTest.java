package manor.syscall;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

/** Each line is one that strace 6.1 printed for the same call, but for what is said to differ. */
class TraceLinesTest {
  private final StringBuilder line = new StringBuilder();

  /** A kernel that does {@code fill}, answers {@code answer} and is traced. */
  private Kernel kernel(int answer, Runnable fill) {
    Answer<Integer> filling =
        call -> {
          fill.run();
          return answer;
        };
    return new TracingKernel(mock(Kernel.class, filling), line::append);
  }

  private Kernel kernel(int answer) {
    return kernel(answer, () -> {});
  }

  private void told(String expected) {
    assertEquals(expected, line.toString());
    line.setLength(0);
  }

  private static Memory ints(int... values) {
    Memory memory = Memory.allocate(values.length * Integer.BYTES);
    for (int i = 0; i < values.length; i++) {
      memory.putInt(i * Integer.BYTES, values[i]);
    }
    return memory;
  }

  @Test
  void bytesAreWrittenAsCWritesThem() {
    Memory odd = Memory.copyOf("a\0001\33\200\"\\\13".getBytes(ISO_8859_1));
    kernel(8).write(3, odd, 0, 8);
    told("write(3, \"a\\0001\\33\\200\\\"\\\\\\v\", 8)      = 8");
    Memory lines = Memory.copyOf("GET /\r\n\t\f".getBytes(ISO_8859_1));
    kernel(3).read(3, lines, 4, 64);
    told("read(3, \"/\\r\\n\", 64)                    = 3");
  }

  @Test
  void onlyThirtyTwoBytesAreShown() {
    Memory much = Memory.copyOf("x".repeat(33).getBytes(ISO_8859_1));
    kernel(32).read(3, much, 0, 33);
    told("read(3, \"" + "x".repeat(32) + "\", 33) = 32");
    kernel(33).read(3, much, 0, 33);
    told("read(3, \"" + "x".repeat(32) + "\"..., 33) = 33");
  }

  @Test
  void endOfFileIsAnEmptyStringAndAFailureShowsNoBytes() {
    kernel(0).read(4, Memory.allocate(64), 0, 64);
    told("read(4, \"\", 64)                         = 0");
    kernel(-Errno.EAGAIN).read(4, Memory.allocate(64), 0, 64);
    told(
        "read(4, 0x..., 64)                      "
            + "= -1 EAGAIN (Resource temporarily unavailable)");
  }

  @Test
  void socketsAreNamed() {
    int flags = Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC;
    kernel(7).socket(Linux.AF_INET, Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK, 0);
    told("socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, IPPROTO_IP) = 7");
    kernel(0).socketpair(Linux.AF_UNIX, Linux.SOCK_STREAM | flags, 0, ints(3, 4));
    told("socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0, [3, 4]) = 0");
    kernel(0).pipe2(ints(13, 14), Linux.O_CLOEXEC | Linux.O_NONBLOCK);
    told("pipe2([13, 14], O_NONBLOCK|O_CLOEXEC)   = 0");
    kernel(0).pipe2(ints(15, 16), 0);
    told("pipe2([15, 16], 0)                      = 0");
    kernel(6).eventfd(0, Linux.EFD_NONBLOCK | Linux.EFD_CLOEXEC);
    told("eventfd2(0, EFD_CLOEXEC|EFD_NONBLOCK)   = 6");
    kernel(0).shutdown(8, Linux.SHUT_WR);
    told("shutdown(8, SHUT_WR)                    = 0");
  }

  @Test
  void addressesAreStructs() {
    SockAddr four = SockAddr.of(new InetSocketAddress("127.0.0.1", 0));
    kernel(0).bind(7, four.memory(), four.length());
    told(
        "bind(7, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr(\"127.0.0.1\")}, 16)"
            + " = 0");
    SockAddr six = SockAddr.of(new InetSocketAddress("::1", 8000));
    kernel(-Errno.EINPROGRESS).connect(11, six.memory(), six.length());
    told(
        "connect(11, {sa_family=AF_INET6, sin6_port=htons(8000), sin6_flowinfo=htonl(0),"
            + " inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, 28)"
            + " = -1 EINPROGRESS (Operation now in progress)");
  }

  @Test
  void aLengthThatTheKernelChangedIsShownBeforeAndAfter() {
    SockAddr peer = SockAddr.of(new InetSocketAddress("127.0.0.1", 49422));
    peer.clear();
    kernel(9, () -> peer.lengthMemory().putInt(0, 16))
        .accept4(7, peer.memory(), peer.lengthMemory(), 0);
    told(
        "accept4(7, {sa_family=AF_INET, sin_port=htons(49422), "
            + "sin_addr=inet_addr(\"127.0.0.1\")}, [28 => 16], 0) = 9");
    peer.clear();
    kernel(-Errno.ENOTCONN).getpeername(7, peer.memory(), peer.lengthMemory());
    told(
        "getpeername(7, 0x..., [28])             "
            + "= -1 ENOTCONN (Transport endpoint is not connected)");
    kernel(-Errno.EAGAIN).accept4(7, null, null, Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC);
    told(
        "accept4(7, NULL, NULL, SOCK_CLOEXEC|SOCK_NONBLOCK) "
            + "= -1 EAGAIN (Resource temporarily unavailable)");
  }

  @Test
  void datagramsHaveAnAddress() {
    SockAddr peer = SockAddr.of(new InetSocketAddress("127.0.0.1", 53));
    Memory bytes = Memory.copyOf("hi".getBytes(ISO_8859_1));
    kernel(2).sendto(3, bytes, 0, 2, 0, peer.memory(), peer.length());
    told(
        "sendto(3, \"hi\", 2, 0, {sa_family=AF_INET, sin_port=htons(53), "
            + "sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 2");
    kernel(1).sendto(3, bytes, 1, 1, 0, null, 0);
    told("sendto(3, \"i\", 1, 0, NULL, 0)           = 1");
    peer.clear();
    kernel(2, () -> peer.lengthMemory().putInt(0, 16))
        .recvfrom(3, bytes, 0, 2, 0, peer.memory(), peer.lengthMemory());
    told(
        "recvfrom(3, \"hi\", 2, 0, {sa_family=AF_INET, sin_port=htons(53), "
            + "sin_addr=inet_addr(\"127.0.0.1\")}, [28 => 16]) = 2");
    kernel(-Errno.EAGAIN).recvfrom(3, bytes, 0, 2, 0, null, null);
    told(
        "recvfrom(3, 0x..., 2, 0, NULL, NULL)    "
            + "= -1 EAGAIN (Resource temporarily unavailable)");
  }

  @Test
  void optionsAreNamed() {
    kernel(0).setsockopt(7, Linux.SOL_SOCKET, Linux.SO_REUSEADDR, ints(1), 4);
    told("setsockopt(7, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0");
    kernel(0).setsockopt(8, Linux.IPPROTO_TCP, Linux.TCP_NODELAY, ints(0), 4);
    told("setsockopt(8, SOL_TCP, TCP_NODELAY, [0], 4) = 0");
    kernel(0).getsockopt(7, Linux.SOL_SOCKET, Linux.SO_ERROR, ints(0), ints(4));
    told("getsockopt(7, SOL_SOCKET, SO_ERROR, [0], [4]) = 0");
    kernel(-Errno.EINVAL).setsockopt(7, 0, 99, null, 0);
    told("setsockopt(7, 0, 99, NULL, 0)           = -1 EINVAL (Invalid argument)");
  }

  @Test
  void descriptorFlagsAreNamed() {
    kernel(1).fcntl(11, Linux.F_GETFD, 0);
    told("fcntl(11, F_GETFD)                      = 0x1 (flags FD_CLOEXEC)");
    kernel(0).fcntl(11, Linux.F_GETFD, 0);
    told("fcntl(11, F_GETFD)                      = 0");
    kernel(0x802).fcntl(11, Linux.F_GETFL, 0);
    told("fcntl(11, F_GETFL)                      = 0x802 (flags O_RDWR|O_NONBLOCK)");
    kernel(0).fcntl(11, Linux.F_SETFD, Linux.FD_CLOEXEC);
    told("fcntl(11, F_SETFD, FD_CLOEXEC)          = 0");
    kernel(0).fcntl(11, Linux.F_SETFL, Linux.O_NONBLOCK);
    told("fcntl(11, F_SETFL, O_RDONLY|O_NONBLOCK) = 0");
  }

  @Test
  void filesAreNamed() {
    Memory path = Memory.ofCString("/nope");
    kernel(12).openat(Linux.AT_FDCWD, path, Linux.O_NOFOLLOW | Linux.O_CLOEXEC, 0);
    told("openat(AT_FDCWD, \"/nope\", O_RDONLY|O_NOFOLLOW|O_CLOEXEC) = 12");
    kernel(-Errno.ENOENT).openat(4096, path, 0, 0);
    told("openat(4096, \"/nope\", O_RDONLY)         = -1 ENOENT (No such file or directory)");
    Memory position = Memory.allocate(8);
    position.putLong(0, 3);
    kernel(5, () -> position.putLong(0, 8)).sendfile(3, 12, position, 5);
    told("sendfile(3, 12, [3] => [8], 5)          = 5");
    kernel(5).sendfile(3, 12, null, 5);
    told("sendfile(3, 12, NULL, 5)                = 5");
  }

  @Test
  void statxShowsTheSizeOnly() {
    Memory result = Memory.allocate(Statx.SIZE);
    result.putLong(40, 1294);
    int mask = Linux.STATX_BASIC_STATS;
    kernel(0).statx(12, Memory.ofCString(""), Linux.AT_EMPTY_PATH, mask, result);
    told(
        "statx(12, \"\", AT_STATX_SYNC_AS_STAT|AT_EMPTY_PATH, STATX_BASIC_STATS,"
            + " {stx_size=1294, ...}) = 0");
    kernel(-Errno.ENOENT).statx(Linux.AT_FDCWD, Memory.ofCString("/nope"), 0, mask, result);
    told(
        "statx(AT_FDCWD, \"/nope\", AT_STATX_SYNC_AS_STAT, STATX_BASIC_STATS, 0x...)"
            + " = -1 ENOENT (No such file or directory)");
  }

  @Test
  void readinessIsNamedAndItsDataPrintedOnce() {
    Memory event = Memory.allocate(EpollEvent.SIZE);
    int bits = Linux.EPOLLIN | Linux.EPOLLRDHUP | Linux.EPOLLET | Linux.EPOLLONESHOT;
    EpollEvent.put(event, 0, bits, 7);
    kernel(5).epoll_create1(Linux.EPOLL_CLOEXEC);
    told("epoll_create1(EPOLL_CLOEXEC)            = 5");
    kernel(0).epoll_ctl(5, Linux.EPOLL_CTL_ADD, 4, event);
    told(
        "epoll_ctl(5, EPOLL_CTL_ADD, 4,"
            + " {events=EPOLLIN|EPOLLRDHUP|EPOLLONESHOT|EPOLLET, data=7}) = 0");
    kernel(0).epoll_ctl(5, Linux.EPOLL_CTL_DEL, 4, null);
    told("epoll_ctl(5, EPOLL_CTL_DEL, 4, NULL)    = 0");
    EpollEvent.put(event, 0, Linux.EPOLLIN, 7);
    kernel(1).epoll_wait(5, event, 1, 0);
    told("epoll_wait(5, [{events=EPOLLIN, data=7}], 1, 0) = 1");
    kernel(0).epoll_wait(5, event, 1, 0);
    told("epoll_wait(5, [], 1, 0)                 = 0");
    kernel(-Errno.EINTR).epoll_wait(5, event, 1, -1);
    told("epoll_wait(5, 0x..., 1, -1)             = -1 EINTR (Interrupted system call)");
  }
}
