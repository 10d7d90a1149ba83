package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import manor.http.Desk;
import manor.http.Handler;
import manor.syscall.Kernel;
import manor.syscall.Socket;

/**
 * A reactor whose turns the test makes, one by one, on its own thread, under a clock that the test
 * moves. A wait for what does not come ends at once, and no time has passed.
 */
final class HandTurned implements AutoCloseable {
  /** What must come, but may need a moment on its way through the kernel. */
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(10);

  /** Something that may be true by now. */
  interface Condition {
    boolean holds() throws IOException;
  }

  final HandClock clock;
  final UnluckyKernel kernel;
  final Reactor reactor;
  private final Map<String, Integer> openBefore;
  private final InetSocketAddress address;
  private final Desk desk;
  private final List<Guest> guests = new ArrayList<>();

  HandTurned(
      Kernel real, HandClock clock, ServerOptions options, Handler handler, ServerObserver observer)
      throws IOException {
    this.clock = clock;
    openBefore = Descriptors.open();
    kernel = new UnluckyKernel(real);
    kernel.neverWaitsLongerThan(1);
    Socket listener = Socket.listen(kernel.kernel(), options.address(), 4096, false);
    address = listener.localAddress();
    desk =
        new Desk(handler, observer, options.limits(), options.timeouts(), InstantSource.system());
    reactor = new Reactor(kernel.kernel(), clock, listener, options, desk, observer);
  }

  HandTurned(Kernel real, ServerObserver observer) throws IOException {
    this(real, new HandClock(0), TestServer.OPTIONS, TestServer.manor(real), observer);
  }

  HandTurned(Kernel real) throws IOException {
    this(real, ServerObserver.NONE);
  }

  /** A new client; the kernel connects it, and the reactor will hear of it in a turn. */
  Guest guest() throws IOException {
    return guest(0);
  }

  Guest guest(int receiveBuffer) throws IOException {
    Guest guest = new Guest(address, receiveBuffer);
    guests.add(guest);
    return guest;
  }

  HandTurned turns(int count) {
    for (int i = 0; i < count; i++) {
      assertFalse(Thread.currentThread().isInterrupted(), "the test took too long");
      reactor.turn();
    }
    return this;
  }

  HandTurned turnUntil(Condition condition) throws IOException {
    long start = System.nanoTime();
    do {
      assertTrue(System.nanoTime() - start < LIMIT, "it does not come");
      reactor.turn();
    } while (!condition.holds());
    return this;
  }

  /** Turns until the guest hears something, which must be an answer. */
  Reply replyTo(Guest guest) throws IOException {
    turnUntil(guest::hears);
    return guest.reply();
  }

  /** The clock moves on, and the reactor looks what that means. */
  HandTurned after(Duration time) {
    clock.advance(time);
    return turns(3);
  }

  /** How many bytes all connections together hold on to. */
  long inUse() {
    return desk.pool().inUse();
  }

  /** The proof that nobody was harmed: someone new is served. */
  void stillServes() throws IOException {
    Reply reply = replyTo(guest().say(Guest.HELLO));
    assertEquals(200, reply.status());
    assertEquals(Guest.GREETING, reply.text());
  }

  @Override
  public void close() throws IOException {
    for (Guest guest : guests) {
      guest.close();
    }
    reactor.close();
    assertEquals(openBefore, Descriptors.open(), "descriptors left open");
    assertEquals(0, kernel.calls("close that failed"), "a descriptor was closed twice");
  }
}
