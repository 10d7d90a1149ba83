package manor.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import manor.syscall.Errno;

/**
 * The loopback network: who holds which port, and how a connection is made.
 *
 * <p>A request to connect that finds no room in the backlog is dropped in silence and repeated
 * after 1, 2, 4, ... seconds; after two minutes it is given up, tcp(7).
 */
final class Network {
  private static final int FIRST_EPHEMERAL_PORT = 32_768;
  private static final int LAST_EPHEMERAL_PORT = 60_999;
  private static final long SECOND = 1_000_000_000L;
  private static final int REPETITIONS = 6;

  private final Agenda agenda;
  private final Parts parts;
  private final Map<Integer, List<TcpSocket>> holders = new TreeMap<>();
  private int nextPort = FIRST_EPHEMERAL_PORT;

  Network(Agenda agenda, Parts parts) {
    this.agenda = agenda;
    this.parts = parts;
  }

  TcpEndpoint newEndpoint() {
    return parts.endpoint();
  }

  /** Any free port. */
  int ephemeralPort() {
    do {
      nextPort = nextPort == LAST_EPHEMERAL_PORT ? FIRST_EPHEMERAL_PORT : nextPort + 1;
    } while (holders.containsKey(nextPort));
    return nextPort;
  }

  void hold(TcpSocket socket, int port) {
    holders.computeIfAbsent(port, p -> new ArrayList<>(1)).add(socket);
  }

  boolean isHeld(TcpSocket socket, int port) {
    return holders.getOrDefault(port, List.of()).contains(socket);
  }

  void release(TcpSocket socket, int port) {
    List<TcpSocket> sockets = holders.get(port);
    if (sockets != null && sockets.remove(socket) && sockets.isEmpty()) {
      holders.remove(port);
    }
  }

  /** Whether a socket may not hold this address, or not listen there, because of another. */
  boolean conflicts(TcpSocket socket, InetSocketAddress address) {
    return List.copyOf(holders.getOrDefault(address.getPort(), List.of())).stream()
        .filter(other -> other != socket && other.isBound() && overlap(address, socket, other))
        .anyMatch(other -> !socket.options().mayShareWith(other.options(), other.isListening()));
  }

  private static boolean overlap(InetSocketAddress mine, TcpSocket socket, TcpSocket other) {
    return socket.covers(mine.getAddress(), other.boundTo().getAddress())
        || other.covers(other.boundTo().getAddress(), mine.getAddress());
  }

  /** Asks for a connection; how it ends is told to {@code client} itself. */
  void connect(TcpEndpoint client, InetSocketAddress target, SocketOptions options) {
    attempt(client, target, options, 0);
  }

  private void attempt(TcpEndpoint client, InetSocketAddress to, SocketOptions options, int past) {
    if (client.state() != TcpEndpoint.State.SYN_SENT) {
      return;
    }
    TcpSocket listener = listenerAt(to);
    if (listener == null) {
      client.failed(Errno.ECONNREFUSED);
    } else if (!listener.backlog().isFull()) {
      join(client, listener, options);
    } else if (past == REPETITIONS) {
      agenda.after(SECOND << past, () -> giveUp(client));
    } else {
      agenda.after(SECOND << past, () -> attempt(client, to, options, past + 1));
    }
  }

  private static void giveUp(TcpEndpoint client) {
    if (client.state() == TcpEndpoint.State.SYN_SENT) {
      client.failed(Errno.ETIMEDOUT);
    }
  }

  private void join(TcpEndpoint client, TcpSocket listener, SocketOptions options) {
    SocketOptions accepted = listener.options();
    TcpFlow toServer = parts.flow(options.sendBuffer(), accepted.receiveBuffer());
    TcpFlow toClient = parts.flow(accepted.sendBuffer(), options.receiveBuffer());
    TcpEndpoint server = newEndpoint();
    server.addresses(client.remote(), client.local());
    server.established(client, toClient, toServer);
    client.established(server, toServer, toClient);
    server.shutdown(listener.inheritedShutdown());
    listener.arrived(server);
  }

  private TcpSocket listenerAt(InetSocketAddress target) {
    TcpSocket found = null;
    for (TcpSocket socket : holders.getOrDefault(target.getPort(), List.of())) {
      InetAddress held = socket.boundTo().getAddress();
      boolean exact = held.equals(target.getAddress());
      if (socket.isListening() && (exact || found == null && reaches(socket, held, target))) {
        found = socket;
      }
    }
    return found;
  }

  private static boolean reaches(TcpSocket socket, InetAddress held, InetSocketAddress target) {
    return socket.covers(held, target.getAddress());
  }
}
