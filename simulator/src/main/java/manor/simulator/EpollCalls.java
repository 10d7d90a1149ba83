package manor.simulator;

import static manor.syscall.Errno.EBADF;
import static manor.syscall.Errno.EFAULT;
import static manor.syscall.Errno.EINVAL;

import manor.syscall.Linux;
import manor.syscall.Memory;

/** The calls of epoll(7), and the only one in the book that is meant to wait. */
final class EpollCalls {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final World world;
  private final DescriptorTable table;

  EpollCalls(World world, DescriptorTable table) {
    this.world = world;
    this.table = table;
  }

  int create(int flags) {
    if ((flags & ~Linux.EPOLL_CLOEXEC) != 0) {
      return -EINVAL;
    }
    return table.add(new SimulatedEpoll(world.parts().readyList()), flags != 0);
  }

  int control(int epollFd, int operation, int fd, Memory event) {
    if (event == null && operation != Linux.EPOLL_CTL_DEL) {
      return -EFAULT;
    }
    OpenFile epoll = table.get(epollFd);
    OpenFile file = table.get(fd);
    if (epoll == null || file == null) {
      return -EBADF;
    }
    return SimulatedEpoll.control(epoll, operation, file, fd, event);
  }

  int await(int epollFd, Memory events, int maxEvents, int timeoutMillis) {
    OpenFile file = table.get(epollFd);
    if (file == null) {
      return -EBADF;
    }
    if (maxEvents == 0 || !(file instanceof SimulatedEpoll epoll)) {
      return -EINVAL;
    }
    return timeoutMillis < 0
        ? waitForEver(epoll, events, maxEvents)
        : waitUntil(epoll, events, maxEvents, timeoutMillis * NANOS_PER_MILLI);
  }

  private int waitForEver(SimulatedEpoll epoll, Memory events, int room) {
    int told = epoll.tell(events, room);
    while (told == 0) {
      world.jumpOrFail("epoll_wait");
      told = epoll.tell(events, room);
    }
    return told;
  }

  private int waitUntil(SimulatedEpoll epoll, Memory events, int room, long timeout) {
    int told = epoll.tell(events, room);
    long deadline = world.clock().nanos() + timeout;
    while (told == 0 && timeout > 0 && world.jump(deadline)) {
      told = epoll.tell(events, room);
    }
    if (told == 0) {
      world.jumpTo(deadline);
    }
    return told;
  }
}
