package manor.simulator;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import manor.http.Limits;
import manor.http.Timeouts;
import manor.server.ManorHandler;
import manor.server.Server;
import manor.server.ServerObserver;
import manor.server.ServerOptions;
import manor.syscall.ErrnoException;
import manor.syscall.TracingKernel;

/**
 * The server of chapter 4 in a simulated world, with guests and with faults. When the time is up
 * the kernel is healed, a last guest must be served, and the server is stopped.
 *
 * <p>Whatever went wrong that must never go wrong, whatever the faults, is a complaint: the loop
 * threw, spun, used a closed descriptor or left one open, or does not serve the last guest.
 */
final class ServedWorld {
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000 * MILLI;

  private static final Timeouts TIMEOUTS =
      new Timeouts(
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));
  private static final long TIME = 12 * SECOND;
  private static final long GRACE = 3 * SECOND;
  private static final int PORT = 8000;

  private final World world = new World();
  private final SimulatedKernel simulated;
  private final StaleUse staleUse;
  private final Guard guard;
  private final FaultyKernel kernel;
  private final List<Guest> guests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Guest lastGuest;
  private boolean refused;

  /** A world with nobody in it; {@code trace} hears every call, unless it is null. */
  ServedWorld(MachineSize size, Consumer<String> trace) {
    simulated = new SimulatedKernel(world, size);
    staleUse = new StaleUse(simulated);
    kernel = new FaultyKernel(staleUse);
    world.files().file(Errand.FOLDER + "/page.html", Errand.PAGE);
    guard = new Guard(trace == null ? kernel : new TracingKernel(kernel, trace), world);
  }

  World world() {
    return world;
  }

  FaultyKernel kernel() {
    return kernel;
  }

  static InetSocketAddress address() {
    return new InetSocketAddress(AddressForm.loopback(true), PORT);
  }

  /** Lets a guest come. */
  void invite(String name, Script script, List<Errand> errands, boolean stays) {
    guests.add(new Guest(name, world.play(script), Guest.answers(errands), stays));
  }

  /** Everything from the first call to the last. */
  void run() {
    try {
      Server server = open();
      world.after(TIME, this::healAndInvite);
      world.after(TIME + GRACE, server::stop);
      server.run();
      checkLastGuest();
    } catch (ErrnoException doesNotStart) {
      refused = true;
    } catch (RuntimeException | Error thrown) {
      complaints.add("the loop ended: " + thrown);
    }
    complaints.addAll(staleUse.complaints());
    if (simulated.openDescriptors() > 0) {
      complaints.add(simulated.openDescriptors() + " descriptors were left open");
    }
  }

  private Server open() throws ErrnoException {
    ServerOptions options =
        new ServerOptions(address(), 1, Limits.DEFAULT, TIMEOUTS, Duration.ofSeconds(2));
    ManorHandler handler = new ManorHandler(guard, Path.of(Errand.FOLDER));
    InstantSource noon = InstantSource.fixed(Instant.EPOCH);
    return Server.open(guard, world.clock(), options, handler, observer(), noon);
  }

  private ServerObserver observer() {
    return new ServerObserver() {
      @Override
      public void handlerFailed(long key, Throwable thrown) {
        complaints.add("something was thrown: " + thrown);
      }
    };
  }

  private void healAndInvite() {
    kernel.heal();
    Errand errand = Errand.greeting("GET", true);
    Script script = Script.start().connect(address()).send(errand.request()).awaitEnd().close();
    ScriptedClient client = world.play(script);
    lastGuest = new Guest("the last guest", client, errand.answer(), true);
  }

  private void checkLastGuest() {
    if (lastGuest.fate() != Guest.Fate.SERVED) {
      complaints.add(lastGuest.toString());
    }
  }

  /** What must never go wrong, and did. */
  List<String> complaints() {
    return complaints;
  }

  /** Whether the server did not start, because a fault kept it from it. */
  boolean isRefused() {
    return refused;
  }

  List<Guest> guests() {
    return guests;
  }

  long calls() {
    return guard.calls();
  }
}
