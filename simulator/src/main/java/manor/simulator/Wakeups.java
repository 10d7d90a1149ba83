package manor.simulator;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import manor.syscall.EpollEvent;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * The wake-ups that a {@link FaultyKernel} adds to those of the kernel inside: the ones it owes,
 * because it said EAGAIN for no reason, and the ones in vain.
 */
final class Wakeups {
  private record Registered(int epoll, int fd, int events, long data) {}

  private final Map<Long, Registered> interests = new TreeMap<>();
  private final Set<Integer> owed = new TreeSet<>();
  private final Set<Integer> counters = new TreeSet<>();
  private long every;
  private long waits;

  void everyNth(long n) {
    every = n;
  }

  void owe(int fd) {
    owed.add(fd);
  }

  void counter(int fd) {
    counters.add(fd);
  }

  boolean isCounter(int fd) {
    return counters.contains(fd);
  }

  void closed(int fd) {
    owed.remove(fd);
    counters.remove(fd);
    interests.values().removeIf(interest -> interest.fd == fd || interest.epoll == fd);
  }

  void changed(int epoll, int operation, int fd, Memory event) {
    long key = (long) epoll << 32 | fd;
    if (operation == Linux.EPOLL_CTL_DEL) {
      interests.remove(key);
    } else {
      int events = EpollEvent.events(event, 0);
      interests.put(key, new Registered(epoll, fd, events, EpollEvent.data(event, 0)));
    }
  }

  /** Whether the next wait on this instance must not wait. */
  boolean hasSomething(int epoll) {
    waits++;
    return isVain() || owed.stream().anyMatch(fd -> interest(epoll, fd) != null);
  }

  private boolean isVain() {
    return every > 0 && waits % every == 0;
  }

  private Registered interest(int epoll, int fd) {
    return interests.get((long) epoll << 32 | fd);
  }

  /** How many events there are now. */
  int add(int epoll, Memory events, int count, int room) {
    int filled = count;
    for (Iterator<Integer> fds = owed.iterator(); fds.hasNext() && filled < room; ) {
      Registered interest = interest(epoll, fds.next());
      if (interest != null) {
        filled = add(interest, events, filled);
        fds.remove();
      }
    }
    if (isVain() && filled == 0 && filled < room) {
      filled = vain(epoll, events, filled);
    }
    return filled;
  }

  private int vain(int epoll, Memory events, int filled) {
    for (Registered interest : interests.values()) {
      if (interest.epoll == epoll && !isOneshot(interest)) {
        return add(interest, events, filled);
      }
    }
    return filled;
  }

  private static boolean isOneshot(Registered interest) {
    return (interest.events & Linux.EPOLLONESHOT) != 0;
  }

  private static int add(Registered interest, Memory events, int filled) {
    int bits = interest.events & (Linux.EPOLLIN | Linux.EPOLLOUT);
    for (int i = 0; i < filled; i++) {
      if (EpollEvent.data(events, i) == interest.data) {
        return filled;
      }
    }
    if (bits == 0) {
      return filled;
    }
    EpollEvent.put(events, filled, bits, interest.data);
    return filled + 1;
  }
}
