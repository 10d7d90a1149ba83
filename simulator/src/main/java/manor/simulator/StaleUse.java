package manor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import manor.syscall.Errno;
import manor.syscall.Kernel;

/**
 * Sees whether a program uses a number after it has closed it: the number may be a stranger's by
 * then. A descriptor's owner that asks with -1, which is nobody's, does no harm.
 */
final class StaleUse extends GatedKernel {
  private final List<String> complaints = new ArrayList<>();

  StaleUse(Kernel kernel) {
    super(kernel);
  }

  @Override
  int pass(SystemCall call, int fd, IntSupplier real) {
    int answer = real.getAsInt();
    if (answer == -Errno.EBADF && fd >= 0 && call != SystemCall.EPOLL_CTL) {
      complaints.add(call.manName() + " of descriptor " + fd + ", which is closed");
    }
    return answer;
  }

  List<String> complaints() {
    return complaints;
  }
}
