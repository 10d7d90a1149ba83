package manor.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import manor.syscall.Errno;

/**
 * A TCP socket's own address, and whether it still holds the port in it: ip(7). Ports that the
 * program did not ask for by number are given back when a connection ends, though the socket goes
 * on telling the address it had.
 */
final class LocalName {
  private final Network network;
  private final TcpSocket socket;
  private final InetSocketAddress none;
  private InetSocketAddress address;
  private boolean hostChosen;
  private boolean portChosen;
  private boolean lent;

  LocalName(Network network, TcpSocket socket, int domain) {
    this.network = network;
    this.socket = socket;
    this.none = new InetSocketAddress(AddressForm.wildcard(domain), 0);
    this.address = none;
  }

  /**
   * What the program asks for: 0, or {@code -errno}. Port 0 leaves the choice to the system. As on
   * Linux, a bind that fails costs an address left over from a connection.
   */
  int bind(InetSocketAddress wanted) {
    boolean chosen = wanted.getPort() != 0;
    InetSocketAddress complete =
        chosen ? wanted : new InetSocketAddress(wanted.getAddress(), network.ephemeralPort());
    if (network.conflicts(socket, complete)) {
      address = new InetSocketAddress(none.getAddress(), address.getPort());
      return -Errno.EADDRINUSE;
    }
    hold(complete);
    lent = false;
    portChosen = chosen;
    hostChosen = !wanted.getAddress().isAnyLocalAddress();
    return 0;
  }

  /** Any port, on the address that was asked for before, or on all of them. */
  void bindAnywhere() {
    hold(new InetSocketAddress(address.getAddress(), network.ephemeralPort()));
  }

  /** The address at which a connection to or from {@code host} really is, with a port to it. */
  void connect(InetAddress host) {
    lent = true;
    InetAddress own = address.getAddress().isAnyLocalAddress() ? host : address.getAddress();
    if (isHeld()) {
      address = new InetSocketAddress(own, address.getPort());
    } else {
      hold(new InetSocketAddress(own, network.ephemeralPort()));
    }
  }

  /** Shares a port with others: with the listener that a connection came from. */
  void hold(InetSocketAddress taken) {
    address = taken;
    lent = true;
    network.hold(socket, taken.getPort());
  }

  boolean isHeld() {
    return network.isHeld(socket, address.getPort());
  }

  /** The connection has ended, which is heard once. */
  void ended() {
    if (lent && !portChosen) {
      release();
    }
    lent = false;
  }

  /** The connection is forgotten, and with it where it was. */
  void forget() {
    lent = true;
    ended();
    if (!hostChosen) {
      address = new InetSocketAddress(none.getAddress(), address.getPort());
    }
  }

  void release() {
    network.release(socket, address.getPort());
  }

  InetSocketAddress address() {
    return address;
  }
}
