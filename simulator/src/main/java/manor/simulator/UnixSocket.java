package manor.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/**
 * One of two sockets that are connected to each other from birth: socketpair(2), unix(7).
 *
 * <p>What one end writes is the other's at once, in parcels as they were written. A parcel costs
 * its sender more than its bytes, and is paid for until the last of them has been read. A sender is
 * writable while at most a quarter of its buffer is spent.
 */
final class UnixSocket extends SimulatedSocket {
  /** What Linux gives a socket of its own accord: net.core.wmem_default. */
  static final int USUAL_BUFFER = 212_992;

  private static final int SMALL_HEAD = 704;
  private static final int HEADER = 320;
  private static final int PARCEL_COST = 256;
  private static final int LARGEST_HEAD = 4096 - HEADER;
  private static final int LARGEST_PARCEL = 16_384 - HEADER + 32_768;
  private static final int PAGE = 4096;

  private static final class Parcel {
    final int cost;
    int left;

    Parcel(int size) {
      cost = cost(size);
      left = size;
    }
  }

  private final ByteQueue bytes = new ByteQueue();
  private final Deque<Parcel> parcels = new ArrayDeque<>();
  private UnixSocket peer;
  private boolean closed;
  private int shutdown;
  private int error;
  private int spent;

  UnixSocket(boolean nonBlocking, SocketOptions options) {
    super(nonBlocking, options);
  }

  static void connect(UnixSocket one, UnixSocket other) {
    one.peer = other;
    other.peer = one;
  }

  /** What the kernel's own memory for a parcel comes to. */
  private static int cost(int size) {
    int head = Math.min(size, LARGEST_HEAD) + HEADER;
    int rounded = head <= SMALL_HEAD ? SMALL_HEAD : Integer.highestOneBit(2 * head - 1);
    int pages = (size - Math.min(size, LARGEST_HEAD) + PAGE - 1) / PAGE;
    return PARCEL_COST + rounded + pages * PAGE;
  }

  @Override
  int send(ByteBuffer source, int offset, int length) {
    if (peer == null) {
      return -Errno.ENOTCONN;
    }
    if ((shutdown & TcpEndpoint.SEND) != 0) {
      return -Errno.EPIPE;
    }
    int largest = Math.min(options().sendBuffer() / 2 - 64, LARGEST_PARCEL);
    int sent = 0;
    while (sent < length && spent < options().sendBuffer()) {
      int count = Math.min(length - sent, largest);
      post(source, offset + sent, count);
      sent += count;
    }
    return sent == 0 && length > 0 ? -Errno.EAGAIN : sent;
  }

  @Override
  int sendTo(Span data, Memory to, int toLength) {
    if (toLength > 0) {
      return peer == null ? -Errno.EOPNOTSUPP : -Errno.EISCONN;
    }
    return super.sendTo(data, to, toLength);
  }

  private void post(ByteBuffer source, int offset, int count) {
    Parcel parcel = new Parcel(count);
    spent += parcel.cost;
    peer.parcels.add(parcel);
    peer.bytes.add(source, offset, count);
    peer.wake(WakeKey.READABLE);
  }

  @Override
  int receive(Memory memory, int offset, int length) {
    if (peer == null) {
      return -Errno.EINVAL;
    }
    if (bytes.isEmpty()) {
      int told = takeError();
      boolean ended = (shutdown & TcpEndpoint.RECEIVE) != 0;
      return told != 0 ? -told : ended ? 0 : -Errno.EAGAIN;
    }
    int count = bytes.take(memory, offset, length);
    open(count);
    return count;
  }

  private void open(int count) {
    int left = count;
    while (left > 0) {
      Parcel parcel = parcels.getFirst();
      int part = Math.min(left, parcel.left);
      parcel.left -= part;
      left -= part;
      if (parcel.left == 0) {
        parcels.removeFirst();
        peer.refund(parcel.cost);
      }
    }
  }

  private void refund(int cost) {
    spent -= cost;
    if (!closed && hasSpace(spent + 1)) {
      wake(WakeKey.WRITABLE);
    }
  }

  private boolean hasSpace(int cost) {
    return (cost + 1) * 4L <= options().sendBuffer();
  }

  @Override
  int shutdown(int how) {
    int halves = halves(how);
    if (halves < 0) {
      return halves;
    }
    shutdown |= halves;
    wake(WakeKey.ANY);
    if (peer != null) {
      peer.shutdown |= (halves & 1) << 1 | halves >> 1;
      peer.wake(WakeKey.ANY);
    }
    return 0;
  }

  /** The peer hears the end; and a reset, if bytes it sent were never read. */
  @Override
  void released() {
    closed = true;
    if (peer != null && !peer.closed) {
      peer.shutdown = TcpEndpoint.BOTH;
      peer.error = bytes.isEmpty() ? peer.error : Errno.ECONNRESET;
      peer.wake(WakeKey.ANY);
      parcels.forEach(parcel -> peer.refund(parcel.cost));
    }
  }

  @Override
  int poll() {
    int bits = error != 0 ? Linux.EPOLLERR : 0;
    if (shutdown == TcpEndpoint.BOTH || peer == null) {
      bits |= Linux.EPOLLHUP;
    }
    if ((shutdown & TcpEndpoint.RECEIVE) != 0) {
      bits |= Linux.EPOLLRDHUP | Linux.EPOLLIN;
    }
    int readable = bytes.isEmpty() ? 0 : Linux.EPOLLIN;
    return bits | readable | (hasSpace(spent) ? Linux.EPOLLOUT : 0);
  }

  @Override
  int takeError() {
    int told = error;
    error = 0;
    return told;
  }

  @Override
  void buffersChanged() {
    if (hasSpace(spent)) {
      wake(WakeKey.WRITABLE);
    }
  }

  @Override
  int name(Memory address, Memory length) {
    return AddressForm.writeUnnamed(address, length);
  }

  @Override
  int peerName(Memory address, Memory length) {
    return peer == null ? -Errno.ENOTCONN : AddressForm.writeUnnamed(address, length);
  }

  @Override
  boolean isBound() {
    return false;
  }

  @Override
  int bind(Memory address, int length) {
    return -Errno.EINVAL;
  }

  @Override
  int listen(int backlog) {
    return -Errno.EINVAL;
  }

  @Override
  int connect(Memory address, int length) {
    return -Errno.EINVAL;
  }

  @Override
  int acceptable() {
    return -Errno.EINVAL;
  }
}
