package manor.simulator;

import java.util.List;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** Remembers which descriptors a test has opened, and closes those it leaves behind. */
final class ClosingKernel extends GatedKernel {
  private final TreeSet<Integer> open = new TreeSet<>();

  ClosingKernel(Kernel kernel) {
    super(kernel);
  }

  @Override
  int pass(SystemCall call, int fd, IntSupplier real) {
    int answer = real.getAsInt();
    switch (call) {
      case OPENAT, SOCKET, ACCEPT4, EPOLL_CREATE1, EVENTFD -> open.add(answer);
      case CLOSE -> open.remove(fd);
      default -> {}
    }
    return answer;
  }

  @Override
  public int pipe2(Memory pair, int flags) {
    return both(super.pipe2(pair, flags), pair);
  }

  @Override
  public int socketpair(int domain, int type, int protocol, Memory pair) {
    return both(super.socketpair(domain, type, protocol, pair), pair);
  }

  private int both(int answer, Memory pair) {
    if (answer == 0) {
      open.addAll(List.of(pair.getInt(0), pair.getInt(4)));
    }
    return answer;
  }

  void closeAll() {
    open.tailSet(0).forEach(fd -> inside().close(fd));
    open.clear();
  }
}
