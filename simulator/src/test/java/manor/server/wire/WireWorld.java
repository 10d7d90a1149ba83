package manor.server.wire;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import manor.http.Handler;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.simulator.Script;
import manor.simulator.ScriptedClient;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;

/**
 * The server of chapter 4 in a world of its own, and clients who come one after the other. The same
 * clients hear the same, every time.
 */
final class WireWorld {
  static final InetSocketAddress ADDRESS = ServerOptions.DEFAULT.address();

  private final World world = new World();
  private final SimulatedKernel kernel = new SimulatedKernel(world);
  private final List<WireHearing> heard = new ArrayList<>();
  private final Server server;
  private long next;

  WireWorld(Function<Kernel, Handler> handler) {
    try {
      server =
          Server.open(
              kernel,
              world.clock(),
              ServerOptions.DEFAULT,
              handler.apply(kernel),
              ServerObserver.NONE,
              InstantSource.fixed(Instant.EPOCH));
    } catch (ErrnoException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** A server as the real one is tested, without a book. */
  static Handler manor(Kernel kernel) {
    return new ManorHandler(kernel, Path.of("no", "book"));
  }

  /** What each client has heard when its time is up and the next one comes. */
  List<WireHearing> hear(List<Script> scripts, long duration) {
    scripts.forEach(script -> invite(script, duration));
    world.after(next, server::stop);
    server.run();
    return heard;
  }

  private void invite(Script script, long duration) {
    world.after(next, () -> come(script, duration));
    next += duration;
  }

  private void come(Script script, long duration) {
    ScriptedClient client = world.play(script);
    world.after(duration, () -> heard.add(new WireHearing(client.received(), client.outcome())));
  }

  /** How many descriptors the server has left open. */
  int leftOpen() {
    return kernel.openDescriptors();
  }
}
