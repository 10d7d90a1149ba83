package manor.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A descriptor that a {@link Workbench} holds, and what must be known of it to keep within what the
 * two kernels are asked to agree on: how much is on its way in a connection.
 */
final class Held {
  /** What kind of file it is. */
  enum Sort {
    NOTHING,
    COUNTER,
    READER,
    WRITER,
    UNIX,
    TCP,
    DATAGRAMS,
    EPOLL,
    FILE
  }

  private static final int DEEPEST = 4;

  final int fd;
  final Sort sort;
  final int family;
  final Deque<Held> waiting = new ArrayDeque<>();
  boolean open = true;
  boolean listens;

  /** Whether its port may be held by a connection of the past, which is not modelled. */
  boolean hasPast;

  /** Whether it is an end of a connection with small buffers. */
  boolean isNarrow;

  /** Whether an epoll instance was told to tell edges of it. */
  boolean isEdgeWatched;

  /** Whether it has ended its side: nobody knows when the other confirms that, which is an edge. */
  boolean isEnding;

  /** Whether it has said that it will read no more. */
  boolean hasStopped;

  /** Whether another socket for datagrams has the same port. */
  boolean sharesPort;

  /** The epoll instances that it has watched, and those that have watched it. */
  final Set<Held> inner = new HashSet<>();

  final Set<Held> outer = new HashSet<>();

  int backlog;
  Held peer;

  /** Bytes this end has sent that the other has not read, and in how many writes they were sent. */
  int unread;

  int writes;

  /** Bytes in it when it was last filled, or 0. */
  int filled;

  Held(int fd, Sort sort, int family) {
    this.fd = fd;
    this.sort = sort;
    this.family = family;
  }

  /** Some versions of Linux count the instances above too when they limit nesting; older do not. */
  boolean nestsTooDeepFromAbove(Held other) {
    boolean both = sort == Sort.EPOLL && other.sort == Sort.EPOLL;
    return both && depth(h -> h.outer, DEEPEST) + 1 + other.depth(h -> h.inner, DEEPEST) > DEEPEST;
  }

  private int depth(Function<Held, Set<Held>> next, int most) {
    int deepest = 0;
    for (Held held : most == 0 ? Set.<Held>of() : next.apply(this)) {
      deepest = Math.max(deepest, 1 + held.depth(next, most - 1));
    }
    return deepest;
  }

  boolean isInternet() {
    return sort == Sort.TCP || sort == Sort.DATAGRAMS;
  }

  boolean isStream() {
    return sort == Sort.UNIX || sort == Sort.TCP;
  }

  void sent(int bytes) {
    unread += bytes;
    writes++;
  }

  void received(int bytes) {
    if (peer != null) {
      peer.unread -= bytes;
      if (peer.unread <= 0) {
        peer.unread = 0;
        peer.writes = 0;
        peer.filled = 0;
      }
    }
  }
}
