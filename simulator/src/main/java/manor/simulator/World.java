package manor.simulator;

import manor.epoll.Clock;

/**
 * Everything outside a simulated kernel: time, the network, the disk, and the clients that come in
 * over the network as their {@link Script} says.
 *
 * <p>Time does not pass by itself. It moves a little with every system call, and when a program
 * waits it jumps to the next thing that will happen. A world that is built the same way twice goes
 * the same way twice.
 *
 * <p>Threads: one.
 */
public final class World {
  private final VirtualClock clock = new VirtualClock();
  private final Agenda agenda = new Agenda(clock);
  private final FileTree files = new FileTree();
  private final Network network;
  private final PostOffice postOffice = new PostOffice();
  private final Clock clockForPrograms =
      new Clock() {
        @Override
        public long nanos() {
          return clock.nanos();
        }

        @Override
        public void pause(long nanos) {
          pass(nanos);
        }
      };
  private final Parts parts;

  /** A world in which nothing has happened yet. */
  public World() {
    this(new Parts());
  }

  World(Parts parts) {
    this.parts = parts;
    this.network = new Network(agenda, parts);
  }

  /** The time in this world, from 0. */
  public Clock clock() {
    return clockForPrograms;
  }

  /** The disk. */
  public FileTree files() {
    return files;
  }

  /** Lets a client follow a script, from now on. */
  public ScriptedClient play(Script script) {
    return new ScriptedClient(this, script);
  }

  /** Has something happen {@code nanos} from now. */
  public void after(long nanos, Runnable happening) {
    agenda.after(nanos, happening);
  }

  /** Lets time pass for something that takes it, and everything happen that falls due. */
  void pass(long nanos) {
    clock.moveTo(clock.nanos() + nanos);
    agenda.runDue();
  }

  /** Jumps to the next thing that will happen by {@code limit}; false if there is none. */
  boolean jump(long limit) {
    return agenda.runNext(limit);
  }

  /** Jumps to {@code moment}, at which nothing happens. */
  void jumpTo(long moment) {
    clock.moveTo(moment);
  }

  /** Jumps to the next thing that will happen, for a call that cannot go on without it. */
  void jumpOrFail(String call) {
    if (!agenda.runNext(Long.MAX_VALUE)) {
      throw new IllegalStateException(
          call + " would wait for ever: nothing more will happen in this world");
    }
  }

  Network network() {
    return network;
  }

  PostOffice postOffice() {
    return postOffice;
  }

  Parts parts() {
    return parts;
  }
}
