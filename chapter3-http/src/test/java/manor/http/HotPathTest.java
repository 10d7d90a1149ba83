package manor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import manor.epoll.Epoll;
import manor.epoll.Token;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that a ready-made response answers makes no garbage at all. */
class HotPathTest {
  private static final int REQUESTS = 100_000;

  /** A client that sends the same bytes at every read and takes whatever is written. */
  private static final class Tireless extends NoKernel {
    private final byte[] request;
    private long received;

    Tireless(String request) {
      this.request = ParserFeed.bytes(request);
    }

    @Override
    public int socket(int domain, int type, int protocol) {
      return 4;
    }

    @Override
    public int epoll_create1(int flags) {
      return 3;
    }

    @Override
    public int read(int fd, Memory memory, int offset, int length) {
      memory.bytes().put(offset, request);
      return request.length;
    }

    @Override
    public int write(int fd, Memory memory, int offset, int length) {
      received += length;
      return length;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\nAccept: */*\r\n\r\n",
        "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n"
      })
  void aRequestMakesNoGarbage(String request) throws ErrnoException {
    Tireless kernel = new Tireless(request);
    Response ready = Response.text(Status.OK, "Hello!");
    Desk desk =
        new Desk(
            r -> ready,
            new ConnectionObserver() {},
            Limits.DEFAULT,
            Timeouts.DEFAULT,
            InstantSource.system());
    Epoll epoll = Epoll.create(kernel, System::nanoTime);
    Socket socket = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
    RequestContext context = new RequestContext(desk, socket, new Token(101));
    serve(context, epoll);
    long before = allocated();
    serve(context, epoll);
    long bytes = allocated() - before;
    assertTrue(bytes < 2L * REQUESTS, () -> bytes + " bytes for " + REQUESTS + " requests");
    assertEquals(0, desk.pool().inUse());
    assertTrue(kernel.received > REQUESTS);
  }

  private static void serve(RequestContext context, Epoll epoll) {
    for (int i = 0; i < REQUESTS; i++) {
      context.readCallback(epoll);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
