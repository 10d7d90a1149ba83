package manor.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import manor.http.Limits;
import manor.http.Timeouts;

/**
 * How a server is to run.
 *
 * @param address where to listen; port 0 lets the kernel choose
 * @param threads how many reactors, each with a listener of its own on the same port
 * @param limits how much a client may send
 * @param timeouts how long a client may take
 * @param grace how long a stopping server waits for answers in flight
 */
public record ServerOptions(
    InetSocketAddress address, int threads, Limits limits, Timeouts timeouts, Duration grace) {
  /** Port 8000 of this machine alone, one reactor. */
  public static final ServerOptions DEFAULT =
      new ServerOptions(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 8000),
          1,
          Limits.DEFAULT,
          Timeouts.DEFAULT,
          Duration.ofSeconds(4));

  /** Refuses what no server can do. */
  public ServerOptions {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("no address is known for " + address.getHostString());
    }
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread must serve, not " + threads);
    }
  }

  /** The same, listening elsewhere. */
  public ServerOptions withAddress(InetSocketAddress other) {
    return new ServerOptions(other, threads, limits, timeouts, grace);
  }

  /** The same with another number of reactors. */
  public ServerOptions withThreads(int count) {
    return new ServerOptions(address, count, limits, timeouts, grace);
  }

  /** The same with other limits. */
  public ServerOptions withLimits(Limits other) {
    return new ServerOptions(address, threads, other, timeouts, grace);
  }

  /** The same with other timeouts. */
  public ServerOptions withTimeouts(Timeouts other) {
    return new ServerOptions(address, threads, limits, other, grace);
  }
}
