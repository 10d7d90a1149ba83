package manor.exercises;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import manor.epoll.Clock;
import manor.http.Limits;
import manor.http.Response;
import manor.http.Status;
import manor.http.Timeouts;
import manor.server.Server;
import manor.server.ServerOptions;
import manor.simulator.FaultyKernel;
import manor.simulator.MachineSize;
import manor.simulator.Script;
import manor.simulator.ScriptedClient;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.TracingKernel;
import org.opentest4j.AssertionFailedError;

/**
 * An evening at the server of chapter 4, in a world in a box: guests follow their scripts, every
 * system call is written down with its time, and nothing takes longer than the world's own clock
 * says. More calls than any of these evenings needs are a mistake.
 *
 * <p>Threads: one.
 */
public final class ServerEvening {
  /** A millisecond of the world's time. */
  public static final long MILLI = 1_000_000;

  /** A second of it. */
  public static final long SECOND = 1_000 * MILLI;

  /** What a guest asks. */
  public static final String REQUEST = "GET / HTTP/1.1\r\nHost: manor\r\n\r\n";

  private static final int MOST_CALLS = 6_000;
  private static final Pattern PADDING = Pattern.compile(" +=");

  private final World world = new World();
  private final SimulatedKernel simulated;
  private final FaultyKernel faulty;
  private final List<String> calls = new ArrayList<>();
  private final EveningWitness witness;
  private final Server server;
  private final UnaryOperator<String> spin;
  private AssertionError mistake;
  private boolean over;
  private Runnable whenAsked = () -> {};

  /**
   * A server that listens, with nobody there yet.
   *
   * @param clockBegins what its clock shows at the beginning
   * @param spin the mistake of one who makes calls without end, given the last of them
   */
  public ServerEvening(
      MachineSize size, Timeouts timeouts, long clockBegins, UnaryOperator<String> spin) {
    this(size, timeouts, clock -> shifted(clock, clockBegins), spin);
  }

  /**
   * The same, with another clock.
   *
   * @param clockFrom makes the server's clock of the world's
   */
  public ServerEvening(
      MachineSize size,
      Timeouts timeouts,
      UnaryOperator<Clock> clockFrom,
      UnaryOperator<String> spin) {
    this(size, timeouts, clockFrom, spin, false);
  }

  private ServerEvening(
      MachineSize size,
      Timeouts timeouts,
      UnaryOperator<Clock> clockFrom,
      UnaryOperator<String> spin,
      boolean addresses) {
    this.witness = new EveningWitness(world, addresses);
    this.simulated = new SimulatedKernel(world, size);
    this.faulty = new FaultyKernel(simulated);
    this.spin = spin;
    ServerOptions options =
        new ServerOptions(
            new InetSocketAddress(ServerOptions.DEFAULT.address().getAddress(), 8000),
            1,
            Limits.DEFAULT,
            timeouts,
            Duration.ofSeconds(1));
    try {
      server =
          Server.open(
              kernel(),
              clockFrom.apply(world.clock()),
              options,
              request -> welcome(),
              witness,
              InstantSource.fixed(Instant.EPOCH));
    } catch (ErrnoException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** The usual machine, the usual patience. */
  public ServerEvening(String spin) {
    this(MachineSize.USUAL, Timeouts.DEFAULT, 0, last -> spin);
  }

  /**
   * The usual machine; but its observer is told where each guest comes from.
   *
   * @param spin as above
   */
  public static ServerEvening askingForAddresses(UnaryOperator<String> spin) {
    return new ServerEvening(
        MachineSize.USUAL, Timeouts.DEFAULT, UnaryOperator.identity(), spin, true);
  }

  private Response welcome() {
    whenAsked.run();
    return Response.text(Status.OK, "welcome");
  }

  /** Happens in the handler, before each answer. */
  public void whenAsked(Runnable happening) {
    whenAsked = happening;
  }

  private Kernel kernel() {
    Trail.forget();
    return new TracingKernel(faulty, this::write);
  }

  private static Clock shifted(Clock clock, long begins) {
    return showing(clock, nanos -> begins + nanos);
  }

  /** A clock that shows whole milliseconds, as coarse ones do: then moments meet to the point. */
  public static Clock coarse(Clock clock) {
    return showing(clock, nanos -> nanos / MILLI * MILLI);
  }

  private static Clock showing(Clock clock, LongUnaryOperator face) {
    return new Clock() {
      @Override
      public long nanos() {
        return face.applyAsLong(clock.nanos());
      }

      @Override
      public void pause(long nanos) {
        clock.pause(nanos);
      }
    };
  }

  private void write(String line) {
    if (!over) {
      Trail.note(line);
    }
    calls.add(PADDING.matcher(line).replaceFirst(" ="));
    if (calls.size() > MOST_CALLS) {
      mistake = Expect.mistake(spin.apply(lastCalls(6)) + "\n" + lastCalls(4));
      throw mistake;
    }
  }

  /** Lets a guest follow a script that begins with {@link #arriving}. */
  public ScriptedClient guest(Script script) {
    return world.play(script);
  }

  /** A script that begins with a guest's arrival at that moment. */
  public Script arriving(long at) {
    Script start = Script.start();
    Script later = at == 0 ? start : start.pause(at);
    return later.connect(server.address());
  }

  /** Lets the evening last so long; then the server is stopped. */
  public void last(long nanos) {
    world.after(nanos, this::end);
    try {
      server.run();
    } catch (Todo stub) {
      throw stub;
    } catch (AssertionFailedError found) {
      throw mistake != null ? mistake : found;
    } catch (RuntimeException | Error thrown) {
      throw mistake != null ? mistake : Expect.mistake("The loop itself ended: " + thrown, thrown);
    }
    if (mistake != null) {
      throw mistake;
    }
    if (witness.todo() != null) {
      throw witness.todo();
    }
  }

  /** What the server does in order to stop led nowhere: the trail ends here. */
  private void end() {
    over = true;
    server.stop();
  }

  /** The world outside. */
  public World world() {
    return world;
  }

  /** The kernel, to make it fail. */
  public FaultyKernel faults() {
    return faulty;
  }

  /** How many descriptors are open. */
  public int openDescriptors() {
    return simulated.openDescriptors();
  }

  /** Every call so far, as strace prints it. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many calls of this name there were. */
  public int count(String call) {
    return (int) calls.stream().filter(line -> line.startsWith(call + "(")).count();
  }

  /** The last calls. */
  public String lastCalls(int count) {
    List<String> last = calls.subList(Math.max(0, calls.size() - count), calls.size());
    return "The last system calls:\n  " + String.join("\n  ", last);
  }

  /** What the server told its observer, in order. */
  public List<String> told() {
    return witness.told();
  }

  /** When the connection of that key was first answered, in milliseconds; -1 if never. */
  public long answeredAt(long key) {
    String beginning = "answered " + key + " at ";
    return told().stream()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> Long.parseLong(line.substring(beginning.length()).split(" ")[0]))
        .findFirst()
        .orElse(-1);
  }

  /** How many of these began like that. */
  public int told(String beginning) {
    return (int) told().stream().filter(line -> line.startsWith(beginning)).count();
  }
}
