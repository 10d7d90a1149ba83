package manor.simulator;

import static manor.syscall.Linux.EPOLLERR;
import static manor.syscall.Linux.EPOLLHUP;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;
import static manor.syscall.Linux.EPOLLRDHUP;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import manor.syscall.Errno;
import manor.syscall.Memory;

/**
 * A socket for datagrams, udp(7): each arrives whole, at once, or not at all. A peer, if one was
 * chosen, is only a habit: whom a datagram without an address is for, and from whom it takes any.
 */
final class DatagramSocket extends SimulatedSocket {
  private static final int LONGEST_IPV4 = 65_507;
  private static final int LONGEST_IPV6 = 65_527;
  private static final int LONGEST = 0xffff;

  private final PostOffice office;
  private final int domain;
  private final InetSocketAddress none;
  private final PostBox postBox = new PostBox();
  private InetSocketAddress address;
  private InetSocketAddress peer;
  private int shutdown;
  private int error;

  DatagramSocket(PostOffice office, int domain, boolean nonBlocking, SocketOptions options) {
    super(nonBlocking, options);
    this.office = office;
    this.domain = domain;
    this.none = new InetSocketAddress(AddressForm.wildcard(domain), 0);
    this.address = none;
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  boolean isBound() {
    return address.getPort() != 0;
  }

  @Override
  int bind(Memory target, int length) {
    int wrong = AddressForm.checkOwn(domain, target, length);
    if (wrong != 0) {
      return wrong;
    }
    if (isBound()) {
      return -Errno.EINVAL;
    }
    InetSocketAddress wanted = AddressForm.read(target);
    InetAddress host = wanted.getAddress();
    int port = wanted.getPort() == 0 ? office.ephemeralPort() : wanted.getPort();
    InetSocketAddress complete = new InetSocketAddress(host, port);
    if (office.conflicts(this, complete)) {
      return -Errno.EADDRINUSE;
    }
    hold(complete);
    if (!host.isAnyLocalAddress()) {
      options().becomeV6Only();
    }
    return 0;
  }

  private void hold(InetSocketAddress taken) {
    address = taken;
    office.hold(this, taken.getPort());
  }

  /** Whatever it begins with, a socket that sends has a port. */
  private void bindAnywhere() {
    if (!isBound()) {
      hold(new InetSocketAddress(none.getAddress(), office.ephemeralPort()));
    }
  }

  @Override
  int connect(Memory target, int length) {
    bindAnywhere();
    int wrong = AddressForm.check(domain, target, length);
    if (wrong != 0) {
      return wrong;
    }
    peer = AddressForm.readTarget(target);
    address = new InetSocketAddress(ownHost(peer), address.getPort());
    return 0;
  }

  /** The address that {@code target} sees. */
  private InetAddress ownHost(InetSocketAddress target) {
    return address.getAddress().isAnyLocalAddress()
        ? AddressForm.loopback(AddressForm.isIpv4(target))
        : address.getAddress();
  }

  // Sending.

  @Override
  int send(ByteBuffer source, int offset, int length) {
    bindAnywhere();
    if (length > LONGEST) {
      return -Errno.EMSGSIZE;
    }
    return peer == null ? -Errno.EDESTADDRREQ : post(source, offset, length, peer);
  }

  @Override
  int sendTo(Span data, Memory to, int toLength) {
    ByteBuffer source = data.memory().bytes();
    if (to == null || toLength == 0) {
      return send(source, data.offset(), data.length());
    }
    bindAnywhere();
    if (data.length() > LONGEST) {
      return -Errno.EMSGSIZE;
    }
    int wrong = AddressForm.check(domain, to, toLength);
    if (wrong != 0) {
      return wrong;
    }
    InetSocketAddress target = AddressForm.readTarget(to);
    return target.getPort() == 0
        ? -Errno.EINVAL
        : post(source, data.offset(), data.length(), target);
  }

  /** The sender's room is free again before the letter arrives. */
  private int post(ByteBuffer source, int offset, int length, InetSocketAddress to) {
    if (length > (AddressForm.isIpv4(to) ? LONGEST_IPV4 : LONGEST_IPV6)) {
      return -Errno.EMSGSIZE;
    }
    int told = takeError();
    if (told != 0) {
      return -told;
    }
    if ((shutdown & TcpEndpoint.SEND) != 0) {
      return -Errno.EPIPE;
    }
    byte[] text = new byte[length];
    source.get(offset, text);
    wake(WakeKey.WRITABLE);
    InetSocketAddress from = new InetSocketAddress(ownHost(to), address.getPort());
    DatagramSocket receiver = office.receiver(from, to);
    if (receiver != null) {
      receiver.arrived(new PostBox.Letter(from, text));
    } else if (to.equals(peer)) {
      error = Errno.ECONNREFUSED;
      wake(WakeKey.ERROR);
    }
    return length;
  }

  // Receiving.

  /** How well this one fits a datagram: 0 not at all; a name of its own and a peer count. */
  int fit(InetSocketAddress from, InetSocketAddress to) {
    boolean meant = options().covers(address.getAddress(), to.getAddress());
    if (!meant || peer != null && !peer.equals(from)) {
      return 0;
    }
    int exact = address.getAddress().isAnyLocalAddress() ? 0 : 4;
    return exact + (peer == null ? 0 : 2) + 1;
  }

  private void arrived(PostBox.Letter letter) {
    if (postBox.add(letter, options().receiveBuffer())) {
      wake(WakeKey.READABLE);
    }
  }

  @Override
  int receive(Memory memory, int offset, int length) {
    return receiveFrom(new Span(memory, offset, length), null, null);
  }

  @Override
  int receiveFrom(Span room, Memory from, Memory fromLength) {
    int told = takeError();
    if (told != 0) {
      return -told;
    }
    PostBox.Letter letter = postBox.take();
    if (letter == null) {
      return -Errno.EAGAIN;
    }
    int count = Math.min(room.length(), letter.text().length);
    room.memory().bytes().put(room.offset(), letter.text(), 0, count);
    int named = from == null ? 0 : AddressForm.write(letter.from(), domain, from, fromLength);
    return named < 0 ? named : count;
  }

  @Override
  int poll() {
    int bits = postBox.isEmpty() ? EPOLLOUT : EPOLLIN | EPOLLOUT;
    if (error != 0) {
      bits |= EPOLLERR;
    }
    if ((shutdown & TcpEndpoint.RECEIVE) != 0) {
      bits |= EPOLLIN | EPOLLRDHUP;
    }
    return shutdown == TcpEndpoint.BOTH ? bits | EPOLLHUP : bits;
  }

  @Override
  int takeError() {
    int told = error;
    error = 0;
    return told;
  }

  // The rest.

  /** As on Linux, one without a peer is told so, and is shut down all the same. */
  @Override
  int shutdown(int how) {
    int halves = halves(how);
    if (halves < 0) {
      return halves;
    }
    shutdown |= halves;
    wake(WakeKey.ANY);
    return peer == null ? -Errno.ENOTCONN : 0;
  }

  @Override
  void released() {
    office.release(this, address.getPort());
  }

  @Override
  int name(Memory target, Memory length) {
    return AddressForm.write(address, domain, target, length);
  }

  @Override
  int peerName(Memory target, Memory length) {
    return peer == null || peer.getPort() == 0
        ? -Errno.ENOTCONN
        : AddressForm.write(peer, domain, target, length);
  }

  @Override
  void buffersChanged() {
    wake(WakeKey.WRITABLE);
  }

  @Override
  int listen(int backlog) {
    return -Errno.EOPNOTSUPP;
  }

  @Override
  int acceptable() {
    return -Errno.EOPNOTSUPP;
  }
}
