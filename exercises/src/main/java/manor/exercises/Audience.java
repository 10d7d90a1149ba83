package manor.exercises;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.http.ConnectionObserver;
import manor.http.Desk;
import manor.http.Handler;
import manor.http.Limits;
import manor.http.RequestContext;
import manor.http.Timeouts;
import manor.simulator.FaultyKernel;
import manor.simulator.MachineSize;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import manor.syscall.Socket;

/**
 * A desk of chapter 3 on a simulated kernel, and the guests who come to it. Whoever holds it plays
 * the reactor: nothing happens between two calls of {@link #serve}.
 *
 * <p>Threads: one.
 */
public final class Audience {
  private static final int MOST_TURNS = 1000;

  private final SimulatedKernel kernel;
  private final FaultyKernel faulty;
  private final CallLog log;
  private final Desk desk;
  private final Epoll epoll;
  private final Socket door;
  private final Events events = new Events(16);
  private final Map<Long, RequestContext> contexts = new HashMap<>();
  private long tokens = 100;

  /**
   * A desk without guests.
   *
   * @param handler what answers them
   * @param room bytes that a socket takes before its guest reads any
   */
  public Audience(Handler handler, int room) {
    World world = new World();
    kernel = new SimulatedKernel(world, MachineSize.USUAL.buffers(room, room));
    faulty = new FaultyKernel(kernel);
    log = new CallLog(faulty, 5_000);
    InstantSource date = InstantSource.fixed(Instant.ofEpochSecond(784_111_777));
    ConnectionObserver quiet = new ConnectionObserver() {};
    desk = new Desk(handler, quiet, Limits.DEFAULT, Timeouts.DEFAULT, date);
    desk.beginTurn(1);
    try {
      epoll = Epoll.create(log.kernel(), world.clock());
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      door = Socket.listen(log.kernel(), anyPort, 16, false);
    } catch (ErrnoException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The calls of the server's side. */
  public CallLog log() {
    return log;
  }

  /** What meddles with the calls of the server's side. */
  public FaultyKernel faulty() {
    return faulty;
  }

  /** Bytes of memory that unfinished business holds. */
  public long memoryInUse() {
    return desk.pool().inUse();
  }

  /** A new guest, connected. */
  public Visitor enter() {
    try {
      Socket outside = Socket.open(kernel, Linux.AF_INET, Linux.SOCK_STREAM);
      outside.connect(door.localAddress());
      Socket inside = door.accept(null);
      RequestContext context = new RequestContext(desk, inside, new Token(++tokens));
      epoll.addInterest(inside.fd(), context.token(), context.interest());
      contexts.put(tokens, context);
      return new Visitor(outside, context);
    } catch (ErrnoException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Plays the reactor's turns until nobody is ready any more. */
  public void serve() {
    try {
      for (int turns = 0; epoll.wait(events, 0) > 0; turns++) {
        if (turns == MOST_TURNS) {
          throw new AssertionError(
              "The server is told that a guest is ready, and does nothing about it.\n"
                  + log.last(4));
        }
        for (int i = 0; i < events.count(); i++) {
          serve(contexts.get(events.key(i)));
        }
      }
    } catch (ErrnoException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The server's patience with this guest has ended. */
  public void timeOut(Visitor guest) {
    guest.context().timeoutCallback(epoll);
  }

  private void serve(RequestContext context) {
    try {
      if (context.state() == RequestContext.State.ANSWERING) {
        context.writeCallback(epoll);
      } else {
        context.readCallback(epoll);
      }
    } catch (IndexOutOfBoundsException beyond) {
      throw new AssertionError(
          "A place outside of its memory: " + beyond.getMessage() + "\n" + log.last(3), beyond);
    }
  }
}
