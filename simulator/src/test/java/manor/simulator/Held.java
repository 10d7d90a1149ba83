package manor.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

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
    EPOLL,
    FILE
  }

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
