package manor.simulator;

import java.util.Map;
import java.util.TreeMap;
import manor.syscall.EpollEvent;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * An epoll instance: who is watched, and who of them may be ready: epoll(7). It is a file itself,
 * readable while a wait on it would tell something, so one instance can watch another.
 */
final class SimulatedEpoll extends OpenFile {
  private static final int MAX_NESTING = 4;
  private static final int ALLOWED_WITH_EXCLUSIVE =
      Linux.EPOLLIN
          | Linux.EPOLLOUT
          | Linux.EPOLLERR
          | Linux.EPOLLHUP
          | Linux.EPOLLET
          | Linux.EPOLLEXCLUSIVE
          | 1 << 29;

  private final Map<Integer, Watch> watches = new TreeMap<>();
  private final ReadyList ready;

  SimulatedEpoll(ReadyList ready) {
    super(O_RDWR);
    this.ready = ready;
  }

  /** 0 or {@code -errno}: epoll_ctl(2), once both descriptors are known to be open. */
  static int control(OpenFile epoll, int operation, OpenFile file, int fd, Memory event) {
    if (!file.isPollable()) {
      return -Errno.EPERM;
    }
    if (file == epoll || isExclusiveMisused(operation, file, event)) {
      return -Errno.EINVAL;
    }
    return epoll instanceof SimulatedEpoll instance
        ? instance.control(operation, file, fd, event)
        : -Errno.EINVAL;
  }

  private int control(int operation, OpenFile file, int fd, Memory event) {
    return switch (operation) {
      case Linux.EPOLL_CTL_ADD -> add(file, fd, event);
      case Linux.EPOLL_CTL_MOD -> modify(watches.get(fd), event);
      case Linux.EPOLL_CTL_DEL -> delete(watches.get(fd));
      default -> -Errno.EINVAL;
    };
  }

  private static boolean isExclusiveMisused(int operation, OpenFile file, Memory event) {
    if (operation == Linux.EPOLL_CTL_DEL || event == null) {
      return false;
    }
    int events = EpollEvent.events(event, 0);
    return (events & Linux.EPOLLEXCLUSIVE) != 0
        && (operation == Linux.EPOLL_CTL_MOD
            || file instanceof SimulatedEpoll
            || (events & ~ALLOWED_WITH_EXCLUSIVE) != 0);
  }

  private int add(OpenFile file, int fd, Memory event) {
    if (file instanceof SimulatedEpoll other
        && (other.reaches(this) || other.depth() > MAX_NESTING - 1)) {
      return -Errno.ELOOP;
    }
    if (watches.containsKey(fd)) {
      return -Errno.EEXIST;
    }
    Watch watch = new Watch(this, file, fd, EpollEvent.events(event, 0), EpollEvent.data(event, 0));
    watches.put(fd, watch);
    file.watch(watch);
    addIfReady(watch);
    return 0;
  }

  private int modify(Watch watch, Memory event) {
    if (watch == null) {
      return -Errno.ENOENT;
    }
    if (watch.isExclusive()) {
      return -Errno.EINVAL;
    }
    watch.set(EpollEvent.events(event, 0), EpollEvent.data(event, 0));
    addIfReady(watch);
    return 0;
  }

  private int delete(Watch watch) {
    if (watch == null) {
      return -Errno.ENOENT;
    }
    watch.end();
    return 0;
  }

  private void addIfReady(Watch watch) {
    if (watch.poll() != 0 && ready.add(watch)) {
      wake(Linux.EPOLLIN);
    }
  }

  /** Puts a watch on the ready list, and tells those who watch this instance. */
  void mayBeReady(Watch watch) {
    ready.add(watch);
    wake(Linux.EPOLLIN);
  }

  void forget(int fd) {
    Watch watch = watches.remove(fd);
    ready.remove(watch);
  }

  /** How many events were filled in. */
  int tell(Memory events, int room) {
    return ready.tell(events, room);
  }

  @Override
  int poll() {
    return ready.isAnyReady() ? Linux.EPOLLIN : 0;
  }

  @Override
  void released() {
    for (Watch watch : watches.values().toArray(Watch[]::new)) {
      watch.end();
    }
  }

  private boolean reaches(SimulatedEpoll target) {
    return this == target
        || watches.values().stream()
            .anyMatch(w -> w.file() instanceof SimulatedEpoll inner && inner.reaches(target));
  }

  private int depth() {
    return watches.values().stream()
        .mapToInt(w -> w.file() instanceof SimulatedEpoll inner ? 1 + inner.depth() : 0)
        .max()
        .orElse(0);
  }
}
