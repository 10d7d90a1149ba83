package manor.simulator;

import java.util.function.IntSupplier;
import manor.syscall.Kernel;

/**
 * Sees whether a program spins: makes call after call that moves nothing while hardly any time
 * passes. Whoever does is stopped: from then on every call throws.
 *
 * <p>Every call takes a little time here, even one that a kernel further in refuses at once.
 */
final class Guard extends GatedKernel {
  /** Calls in a row that moved nothing, while no time passed but their own. */
  private static final int MOST_IN_A_ROW = 500;

  /** Calls that moved nothing and followed upon others, in one second of the world's time. */
  private static final int MOST_IN_A_SECOND = 4_000;

  /** As many calls as it may take to find out what is to be done next. */
  private static final int FEW = 5;

  private static final long SECOND = 1_000_000_000L;
  private static final long MOMENT = 1_000_000;

  private static final long NANOS_PER_CALL = 500;

  private final World world;
  private long second;
  private long before;
  private int inARow;
  private int inTheSecond;
  private long calls;
  private boolean spins;

  Guard(Kernel kernel, World world) {
    super(kernel);
    this.world = world;
  }

  @Override
  int pass(SystemCall call, int fd, IntSupplier real) {
    if (spins) {
      throw new Misconduct("spins");
    }
    world.pass(NANOS_PER_CALL);
    int answer = real.getAsInt();
    calls++;
    count(call, answer);
    return answer;
  }

  private void count(SystemCall call, int answer) {
    long now = world.clock().nanos();
    boolean moves = moves(call, answer);
    inARow = moves || now - before >= MOMENT ? 0 : inARow + 1;
    inTheSecond = now / SECOND == second ? inTheSecond : 0;
    inTheSecond += inARow > FEW ? 1 : 0;
    second = now / SECOND;
    before = now;
    if (inARow > MOST_IN_A_ROW || inTheSecond > MOST_IN_A_SECOND) {
      spins = true;
    }
  }

  private static boolean moves(SystemCall call, int answer) {
    return switch (call) {
      case READ, WRITE, SENDFILE -> answer > 0;
      case SENDTO, RECVFROM -> answer >= 0;
      case ACCEPT4, OPENAT, CLOSE -> answer >= 0;
      default -> false;
    };
  }

  /** Whether it was stopped. */
  boolean spins() {
    return spins;
  }

  /** How many calls it has made. */
  long calls() {
    return calls;
  }
}
