package manor.explorer.stage;

import static manor.syscall.Linux.AF_UNIX;
import static manor.syscall.Linux.SOCK_CLOEXEC;
import static manor.syscall.Linux.SOCK_NONBLOCK;
import static manor.syscall.Linux.SOCK_STREAM;
import static manor.syscall.Linux.SOL_SOCKET;
import static manor.syscall.Linux.SO_SNDBUF;
import static manor.syscall.Syscall.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import manor.epoll.Clock;
import manor.explorer.Backstage;
import manor.io.Driver;
import manor.io.Handle;
import manor.io.SignalKind;
import manor.io.SignalSource;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;
import manor.task.JsonLedger;
import manor.task.Ledger;

/**
 * Where a {@link Scenario} is played: a runtime on a simulated kernel, and other actors.
 *
 * <p>Threads: the actors', one at a time.
 */
public final class Stage {
  /** What an actor does. */
  @FunctionalInterface
  public interface Part {
    /** Does it, from beginning to end. */
    void act() throws Exception;
  }

  /**
   * The two ends of a connection.
   *
   * @param guest one
   * @param friend the other
   */
  public record Ends(Fd guest, Fd friend) {}

  private static final Ledger UNREAD =
      new Ledger() {
        @Override
        public boolean looksTwice() {
          return true;
        }
      };

  private final Backstage backstage;
  private final Ledger ledger;
  private final Kernel kernel;
  private final Map<String, BooleanSupplier> expectations = new LinkedHashMap<>();
  private final List<Fd> opened = new ArrayList<>();
  private final Map<SignalKind, Runnable> signals = new EnumMap<>(SignalKind.class);
  private Runtime runtime;

  /** Recorded or not, the same calls are made. */
  Stage(Backstage backstage) {
    this.backstage = backstage;
    if (backstage.isRecorded()) {
      ledger = new JsonLedger(backstage::line);
      kernel = new TracingKernel(backstage.kernel(), ledger::syscall);
    } else {
      ledger = UNREAD;
      kernel = backstage.kernel();
    }
  }

  /** The runtime; opened when first asked for. */
  public Runtime runtime() throws ErrnoException {
    if (runtime == null) {
      runtime = open(ledger);
    }
    return runtime;
  }

  /** Another runtime, for an actor of its own, who closes it. Only the first has a ledger. */
  public Runtime anotherRuntime() throws ErrnoException {
    return open(Ledger.NONE);
  }

  private Runtime open(Ledger reader) throws ErrnoException {
    RuntimeOptions options =
        RuntimeOptions.standard()
            .with((Clock) backstage::now)
            .with(reader)
            .with((SignalSource) this::listen);
    return Runtime.open(backstage.kernel(), options);
  }

  /** A driver without a runtime, to be turned and closed by whoever likes to. */
  public Driver driver() throws ErrnoException {
    return Driver.open(kernel, backstage::now, ledger, this::listen);
  }

  private AutoCloseable listen(SignalKind kind, Runnable arrived) {
    signals.put(kind, arrived);
    return () -> signals.remove(kind);
  }

  /** What the first runtime's tasks know of its driver. */
  public Handle handle() throws ErrnoException {
    return runtime().handle();
  }

  /** The kernel. */
  public Kernel kernel() {
    return kernel;
  }

  /** A connection within the machine, non-blocking; closed in the end. */
  public Ends connection() throws ErrnoException {
    Memory memory = Memory.allocate(2 * Integer.BYTES);
    int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    check("socketpair", kernel().socketpair(AF_UNIX, type, 0, memory));
    Ends ends =
        new Ends(
            new Fd(kernel(), memory.getInt(0)), new Fd(kernel(), memory.getInt(Integer.BYTES)));
    opened.add(ends.guest);
    opened.add(ends.friend);
    return ends;
  }

  /**
   * Fills one end of a connection: whoever wants to write there waits until the other end reads.
   */
  public void fill(Fd end) throws ErrnoException {
    Memory size = Memory.allocate(Integer.BYTES);
    check(
        "setsockopt", kernel().setsockopt(end.number(), SOL_SOCKET, SO_SNDBUF, size, size.size()));
    Memory much = Memory.allocate(1_024);
    while (end.write(much, 0, much.size()) != Fd.WOULD_BLOCK) {
      continue;
    }
  }

  /** Sends a signal, as the machine would: on whatever thread. */
  public void signal(SignalKind kind) {
    signals.get(kind).run();
  }

  /** Another actor: from now on he may act at any moment. */
  public void actor(String name, Part part) {
    backstage.actor(
        name,
        () -> {
          part.act();
          return null;
        });
  }

  /** In the end, when every actor is done and the runtime closed, this must be so. */
  public void expect(String sentence, BooleanSupplier holds) {
    expectations.put(sentence, holds);
  }

  void close() {
    if (runtime != null) {
      runtime.close();
    }
    opened.forEach(Fd::close);
  }

  List<String> unmet() {
    return expectations.entrySet().stream()
        .filter(expectation -> !expectation.getValue().getAsBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }
}
