package manor.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import manor.simulator.TcpEndpoint.State;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * A TCP socket: a descriptor's view of an end of a connection, or of a listener with its backlog:
 * tcp(7), ip(7), ipv6(7).
 */
class TcpSocket extends SimulatedSocket {
  /** What has been asked of the socket, which is not the state of its connection. */
  private enum Phase {
    UNCONNECTED,
    CONNECTING,
    CONNECTED,
    DISCONNECTING
  }

  private final Network network;
  private final int domain;
  private final TcpEndpoint endpoint;
  private final Backlog backlog = new Backlog();
  private final LocalName name;
  private Phase phase;

  TcpSocket(Network network, int domain, boolean nonBlocking, SocketOptions options) {
    this(network, domain, nonBlocking, options, network.newEndpoint(), Phase.UNCONNECTED);
  }

  private TcpSocket(
      Network network,
      int domain,
      boolean nonBlocking,
      SocketOptions options,
      TcpEndpoint endpoint,
      Phase phase) {
    super(nonBlocking, options);
    this.network = network;
    this.domain = domain;
    this.endpoint = endpoint;
    this.phase = phase;
    this.name = new LocalName(network, this, domain);
    endpoint.owner(this);
  }

  // A name.

  @Override
  int bind(Memory address, int length) {
    int wrong = AddressForm.checkOwn(domain, address, length);
    if (wrong != 0) {
      return wrong;
    }
    if (endpoint.state() != State.CLOSED || isBound()) {
      return -Errno.EINVAL;
    }
    InetSocketAddress wanted = AddressForm.read(address);
    int answer = name.bind(wanted);
    if (answer == 0 && !wanted.getAddress().isAnyLocalAddress()) {
      options().becomeV6Only();
    }
    return answer;
  }

  @Override
  boolean isBound() {
    if (endpoint.hasEnded()) {
      name.ended();
    }
    return name.isHeld();
  }

  InetSocketAddress boundTo() {
    return name.address();
  }

  /** Whether whoever is bound to {@code held} is meant by {@code host}. */
  boolean covers(InetAddress held, InetAddress host) {
    return options().covers(held, host);
  }

  @Override
  int name(Memory address, Memory length) {
    return AddressForm.write(name.address(), domain, address, length);
  }

  @Override
  int peerName(Memory address, Memory length) {
    boolean connected = endpoint.state() != State.CLOSED && endpoint.state() != State.SYN_SENT;
    if (!connected || endpoint.remote() == null) {
      return -Errno.ENOTCONN;
    }
    return writeRemote(address, length);
  }

  /** The other end's address, even if it has gone: what accept4 tells. */
  int writeRemote(Memory address, Memory length) {
    return AddressForm.write(endpoint.remote(), domain, address, length);
  }

  // Listening.

  @Override
  int listen(int limit) {
    boolean fits = endpoint.state() == State.CLOSED || endpoint.state() == State.LISTEN;
    if (phase != Phase.UNCONNECTED || !fits) {
      return -Errno.EINVAL;
    }
    if (!isBound()) {
      name.bindAnywhere();
    } else if (!isListening() && network.conflicts(this, name.address())) {
      return -Errno.EADDRINUSE;
    }
    backlog.limit(limit);
    endpoint.listening();
    return 0;
  }

  boolean isListening() {
    return endpoint.state() == State.LISTEN;
  }

  /** What was shut down before it listened is shut down in every connection it is given. */
  int inheritedShutdown() {
    return endpoint.shutdownHalves();
  }

  Backlog backlog() {
    return backlog;
  }

  /** A connection was made. It has the options that this listener has now, not those of later. */
  void arrived(TcpEndpoint connection) {
    SocketOptions copy = options().copy();
    TcpSocket socket = new TcpSocket(network, domain, false, copy, connection, Phase.CONNECTED);
    socket.name.hold(connection.local());
    backlog.add(socket);
    wake(WakeKey.READABLE);
  }

  @Override
  int acceptable() {
    if (!isListening()) {
      return -Errno.EINVAL;
    }
    return backlog.isEmpty() ? -Errno.EAGAIN : 0;
  }

  @Override
  TcpSocket accept(boolean nonBlocking) {
    TcpSocket socket = backlog.take();
    socket.setStatusFlags(nonBlocking ? Linux.O_NONBLOCK : 0);
    return socket;
  }

  // Connecting.

  @Override
  int connect(Memory address, int length) {
    return switch (phase) {
      case CONNECTED -> -Errno.EISCONN;
      case DISCONNECTING -> -Errno.EINVAL;
      case CONNECTING -> connected();
      case UNCONNECTED -> startConnecting(address, length);
    };
  }

  private int startConnecting(Memory address, int length) {
    if (endpoint.state() != State.CLOSED) {
      return -Errno.EISCONN;
    }
    int wrong = AddressForm.check(domain, address, length);
    if (wrong != 0) {
      return wrong;
    }
    InetSocketAddress target = AddressForm.readTarget(address);
    if (endpoint.hasEnded()) {
      name.ended();
    }
    name.connect(AddressForm.loopback(AddressForm.isIpv4(target)));
    phase = Phase.CONNECTING;
    endpoint.connecting(name.address(), target);
    network.connect(endpoint, target, options());
    return -Errno.EINPROGRESS;
  }

  /** The second and later calls tell how the first has ended. */
  private int connected() {
    if (endpoint.state() == State.SYN_SENT) {
      return -Errno.EALREADY;
    }
    if (endpoint.state() == State.CLOSED) {
      int told = endpoint.takeError();
      phase = Phase.UNCONNECTED;
      disconnect();
      return told != 0 ? -told : -Errno.ECONNABORTED;
    }
    phase = Phase.CONNECTED;
    return 0;
  }

  boolean isConnecting() {
    return endpoint.state() == State.SYN_SENT;
  }

  /** A port that the program did not ask for by number is given back. */
  private void disconnect() {
    endpoint.disconnect();
    name.forget();
  }

  // Bytes.

  @Override
  int send(ByteBuffer source, int offset, int length) {
    return endpoint.write(source, offset, length);
  }

  @Override
  int receive(Memory memory, int offset, int length) {
    return endpoint.read(memory, offset, length);
  }

  @Override
  int poll() {
    if (isListening()) {
      return backlog.isEmpty() ? 0 : Linux.EPOLLIN;
    }
    return endpoint.poll();
  }

  @Override
  int takeError() {
    return endpoint.takeError();
  }

  @Override
  void buffersChanged() {
    if (endpoint.out() != null) {
      endpoint.out().sendLimit(options().sendBuffer());
      endpoint.in().receiveLimit(options().receiveBuffer());
    }
    if (!isListening() && endpoint.hasSpace()) {
      wake(WakeKey.WRITABLE);
    }
  }

  // Ending.

  @Override
  int shutdown(int how) {
    int halves = halves(how);
    if (halves < 0) {
      return halves;
    }
    if (phase == Phase.CONNECTING) {
      boolean failed = endpoint.state() == State.CLOSED || isConnecting();
      phase = failed ? Phase.DISCONNECTING : Phase.CONNECTED;
    }
    int answer = end(halves);
    wake(WakeKey.ANY);
    return answer;
  }

  private int end(int halves) {
    State state = endpoint.state();
    if (state == State.SYN_SENT || isListening() && (halves & TcpEndpoint.RECEIVE) != 0) {
      backlog.refuseAll();
      disconnect();
      phase = Phase.UNCONNECTED;
    } else if (!isListening()) {
      endpoint.shutdown(halves);
    }
    return state == State.CLOSED ? -Errno.ENOTCONN : 0;
  }

  @Override
  void released() {
    end(options().closesAbruptly());
  }

  /** Nobody will accept it: a reset. */
  void abort() {
    end(true);
  }

  private void end(boolean abruptly) {
    backlog.refuseAll();
    endpoint.close(abruptly);
    name.release();
  }
}
