package manor.benchmarks.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import org.HdrHistogram.Histogram;

/**
 * Guests who ask, and look closely at each answer: one thread, one epoll list, all connections.
 *
 * <p>The first thing that goes wrong ends the run, and is its outcome. At a fixed rate it does not
 * sleep between requests, so that no delay of its own is taken for the server's.
 *
 * <p>Threads: one.
 */
public final class LoadGenerator implements AutoCloseable {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long LOOK_UP_NANOS = Duration.ofMillis(100).toNanos();
  private static final long LONGEST_DELAY_NANOS = Duration.ofMinutes(2).toNanos();
  private static final int EVENTS = 1024;
  private static final int ROOM = 1 << 16;

  private final Kernel kernel;
  private final Clock clock;
  private final InetSocketAddress address;
  private final Load load;
  private final Epoll epoll;
  private final Events events = new Events(EVENTS);
  private final Memory room = Memory.allocate(ROOM);
  private final List<LoadLine> lines = new ArrayList<>();
  private final Histogram delays = new Histogram(LONGEST_DELAY_NANOS, 3);
  private Timetable timetable;
  private boolean asking;
  private long offered;
  private long answers;
  private long began;
  private long lastAnswer;
  private int busy;
  private String error;

  /**
   * Opens the connections, unless each request is to have its own.
   *
   * @throws ErrnoException when that is refused
   */
  public LoadGenerator(Kernel kernel, Clock clock, InetSocketAddress address, Load load)
      throws ErrnoException {
    this.kernel = kernel;
    this.clock = clock;
    this.address = address;
    this.load = load;
    this.epoll = Epoll.create(kernel, clock);
    Memory batch = batch(load);
    for (int i = 0; i < load.connections(); i++) {
      lines.add(new LoadLine(i, load, batch));
      if (!load.fresh()) {
        lines.get(i).open(kernel, epoll, address);
      }
    }
  }

  private static Memory batch(Load load) {
    Memory batch = Memory.allocate(load.request().length * load.depth());
    for (int i = 0; i < load.depth(); i++) {
      batch.bytes().put(i * load.request().length, load.request());
    }
    return batch;
  }

  /** Lets every connection ask once, so that a run does not count how they were received. */
  public LoadOutcome settle() {
    begin();
    lines.forEach(this::ask);
    return finish(0);
  }

  /** Asks for so long, and then waits for the answers that are still due. */
  public LoadOutcome run(Duration duration) {
    begin();
    long start = clock.nanos();
    long end = start + duration.toNanos();
    timetable = load.rate() > 0 ? new Timetable(start, load.rate(), lines.size()) : null;
    asking = true;
    if (timetable == null) {
      lines.forEach(this::ask);
    }
    while (error == null && clock.nanos() - end < 0) {
      offer();
      turn(timetable == null ? LOOK_UP_NANOS : 0);
    }
    long planned = timetable == null ? 0 : offered;
    asking = timetable != null;
    return finish(planned);
  }

  private void begin() {
    lines.forEach(LoadLine::forget);
    answers = 0;
    offered = 0;
    asking = false;
    timetable = null;
    delays.reset();
    began = clock.nanos();
    lastAnswer = began;
  }

  private LoadOutcome finish(long planned) {
    while (error == null && busy > 0) {
      turn(LOOK_UP_NANOS);
    }
    return new LoadOutcome(answers, lastAnswer - began, delays.copy(), planned, error);
  }

  /** Lets those ask whose time has come; who is still busy asks when it is answered. */
  private void offer() {
    if (timetable == null) {
      return;
    }
    long due = timetable.dueBy(clock.nanos());
    while (offered < due) {
      LoadLine line = lines.get((int) (offered % lines.size()));
      offered++;
      if (!line.isBusy()) {
        ask(line);
      }
    }
  }

  private void turn(long timeoutNanos) {
    try {
      int ready = epoll.wait(events, timeoutNanos);
      for (int i = 0; i < ready && error == null; i++) {
        serve(lines.get((int) events.key(i)));
      }
    } catch (ErrnoException failed) {
      fail(failed.getMessage());
    }
    if (error == null && busy > 0 && clock.nanos() - lastAnswer > PATIENCE_NANOS) {
      fail("no answer for " + Duration.ofNanos(PATIENCE_NANOS).toSeconds() + " seconds");
    }
  }

  private void serve(LoadLine line) {
    try {
      boolean wasBusy = line.isBusy();
      line.push(epoll);
      count(line, line.read(room));
      if (wasBusy && !line.isBusy()) {
        busy--;
        askAgain(line);
      }
    } catch (ErrnoException | IllegalStateException failed) {
      fail(failed.getMessage());
    }
  }

  private void count(LoadLine line, int told) {
    if (told == 0) {
      return;
    }
    answers += told;
    lastAnswer = clock.nanos();
    if (timetable != null) {
      long delay = lastAnswer - timetable.due(line.index(), line.asked() - 1);
      delays.recordValue(Math.min(LONGEST_DELAY_NANOS, Math.max(0, delay)));
    }
  }

  private void askAgain(LoadLine line) {
    if (load.fresh()) {
      line.close();
    }
    boolean due = timetable == null || line.asked() < offeredTo(line);
    if (asking && due) {
      ask(line);
    }
  }

  /** How many of the requests offered so far are this line's. */
  private long offeredTo(LoadLine line) {
    return (offered - line.index() + lines.size() - 1) / lines.size();
  }

  private void ask(LoadLine line) {
    try {
      if (!line.isOpen()) {
        line.open(kernel, epoll, address);
      }
      busy++;
      line.ask(epoll);
    } catch (ErrnoException failed) {
      fail(failed.getMessage());
    }
  }

  private void fail(String what) {
    error = error == null ? what : error;
  }

  @Override
  public void close() {
    lines.forEach(LoadLine::close);
    epoll.close();
  }
}
