package manor.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where datagrams go: who holds which port of UDP, and who of several is meant. A datagram is there
 * as soon as it is sent.
 */
final class PostOffice {
  private static final int FIRST_EPHEMERAL_PORT = 32_768;
  private static final int LAST_EPHEMERAL_PORT = 60_999;

  private final Map<Integer, List<DatagramSocket>> holders = new TreeMap<>();
  private int nextPort = LAST_EPHEMERAL_PORT;

  /** Any free port: from above, where those of TCP seldom come. */
  int ephemeralPort() {
    do {
      nextPort = nextPort == FIRST_EPHEMERAL_PORT ? LAST_EPHEMERAL_PORT : nextPort - 1;
    } while (holders.containsKey(nextPort));
    return nextPort;
  }

  /** Whether a socket may not have this address because of another. */
  boolean conflicts(DatagramSocket socket, InetSocketAddress address) {
    return holders.getOrDefault(address.getPort(), List.of()).stream()
        .filter(other -> overlap(address.getAddress(), socket, other))
        .anyMatch(other -> !socket.options().mayShareWith(other.options(), false));
  }

  private static boolean overlap(InetAddress mine, DatagramSocket socket, DatagramSocket other) {
    InetAddress theirs = other.address().getAddress();
    return socket.options().covers(mine, theirs) || other.options().covers(theirs, mine);
  }

  /** Who came last is asked first. */
  void hold(DatagramSocket socket, int port) {
    holders.computeIfAbsent(port, p -> new ArrayList<>(1)).add(0, socket);
  }

  void release(DatagramSocket socket, int port) {
    List<DatagramSocket> sockets = holders.get(port);
    if (sockets != null && sockets.remove(socket) && sockets.isEmpty()) {
      holders.remove(port);
    }
  }

  /** Who gets what {@code from} sends to {@code to}: the one it fits best, or null. */
  DatagramSocket receiver(InetSocketAddress from, InetSocketAddress to) {
    DatagramSocket best = null;
    int most = 0;
    for (DatagramSocket socket : holders.getOrDefault(to.getPort(), List.of())) {
      int fit = socket.fit(from, to);
      if (fit > most) {
        best = socket;
        most = fit;
      }
    }
    return best;
  }
}
