package manor.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** Connections that are made and wait to be accepted, first come first served: listen(2). */
final class Backlog {
  /** What the system allows at most: net.core.somaxconn, listen(2). */
  private static final int SYSTEM_LIMIT = 4096;

  private final Deque<TcpSocket> waiting = new ArrayDeque<>();
  private int limit;

  /** A negative limit asks for as many as possible. */
  void limit(int connections) {
    limit = connections < 0 ? SYSTEM_LIMIT : Math.min(connections, SYSTEM_LIMIT);
  }

  /** Linux lets one more wait than it was told. */
  boolean isFull() {
    return waiting.size() > limit;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void add(TcpSocket connection) {
    waiting.add(connection);
  }

  TcpSocket take() {
    return waiting.remove();
  }

  /** Resets everyone who waits: nobody will accept them now. */
  void refuseAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().abort();
    }
  }
}
