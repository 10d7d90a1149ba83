package manor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import manor.epoll.Clock;
import manor.syscall.Errno;
import manor.syscall.Kernel;

/**
 * Watches how a program behaves towards its kernel. Two things are misconduct: to use a descriptor
 * after it was closed, for it may be a stranger's by now; and to spin, which is to make call after
 * call that moves nothing while hardly any time passes.
 *
 * <p>Who spins is stopped: from then on every call throws.
 */
final class Guard extends GatedKernel {
  /** Calls that moved nothing, in one second of the world's time. */
  private static final int MOST_VAIN_CALLS = 4_000;

  private static final long SECOND = 1_000_000_000L;

  private final Clock clock;
  private final List<String> complaints = new ArrayList<>();
  private long second;
  private int vain;
  private long calls;

  Guard(Kernel kernel, Clock clock) {
    super(kernel);
    this.clock = clock;
  }

  @Override
  int pass(SystemCall call, int fd, IntSupplier real) {
    if (vain > MOST_VAIN_CALLS) {
      throw new Misconduct("spins");
    }
    int answer = real.getAsInt();
    calls++;
    count(call, answer);
    if (answer == -Errno.EBADF && fd >= 0 && call != SystemCall.EPOLL_CTL) {
      complaints.add(call.manName() + " of descriptor " + fd + ", which is closed");
    }
    return answer;
  }

  private void count(SystemCall call, int answer) {
    if (clock.nanos() / SECOND != second) {
      second = clock.nanos() / SECOND;
      vain = 0;
    }
    if (!moves(call, answer) && ++vain > MOST_VAIN_CALLS) {
      complaints.add("spins: " + vain + " calls in a second, none of which moves anything");
    }
  }

  private static boolean moves(SystemCall call, int answer) {
    return switch (call) {
      case READ, WRITE, SENDFILE -> answer > 0;
      case ACCEPT4, OPENAT, CLOSE -> answer >= 0;
      default -> false;
    };
  }

  /** What it has done wrong, so far. */
  List<String> complaints() {
    return complaints;
  }

  /** How many calls it has made. */
  long calls() {
    return calls;
  }
}
